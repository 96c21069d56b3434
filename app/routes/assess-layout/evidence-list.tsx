import type { ReactNode } from "react";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { formatSize, kindWord } from "~/report/evidence-words";
import type { EvidenceView } from "./evidence-view.server";

/** Pieces of evidence, to be read; `more` is put under each. */
export function EvidenceList({
  items,
  more,
}: {
  items: EvidenceView[];
  more?: (item: EvidenceView) => ReactNode;
}) {
  return (
    <ul className="grid divide-y divide-line">
      {items.map((item) => (
        <li key={item.id} className="py-3 first:pt-1 last:pb-1">
          <EvidenceText item={item} />
          {more?.(item)}
        </li>
      ))}
    </ul>
  );
}

/** One piece: its kind and note, and where it can be found again. */
export function EvidenceText({ item }: { item: EvidenceView }) {
  const { id, kind, note, date, source, link, file } = item;
  const origin = [source, date && formatDate(date)].filter((part) => part);
  return (
    <>
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">
        <span className="font-semibold">{kindWord(kind)}.</span> {note}
      </p>
      {origin.length > 0 ? <p className="text-sm text-ink-muted">{origin.join(", ")}</p> : null}
      {link ? (
        <p className="text-sm">
          <a href={link} className="link break-all" rel="noopener noreferrer nofollow">
            {link}
          </a>
        </p>
      ) : null}
      {file ? (
        <p className="text-sm">
          <a href={`/assess/evidence/${id}/file`} className="link break-all" download>
            {m.evidence_download({ name: file.name, size: formatSize(file.size) })}
          </a>
        </p>
      ) : null}
    </>
  );
}
