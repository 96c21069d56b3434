import { localDate } from "~/i18n/format";
import { type Locale, localized } from "~/i18n/locale";
import { formatSize } from "~/report/evidence-words";
import type { Desk } from "~/use-cases/desk";
import { EVIDENCE_KINDS, type Evidence } from "~/use-cases/evidence";
import { ENDINGS, LARGEST_FILE } from "~/use-cases/evidence-file-type";
import { LONGEST_NOTE } from "~/use-cases/judging";
import { evidenceView } from "../assess-layout/evidence-view.server";
import { functionField } from "./fields";
import { faultMessage, fileKinds } from "./refusals.server";

export type EvidenceFormView = ReturnType<typeof formView>;

/** What the form of a piece of evidence shows: of one that there is, or of a new one for the function named. */
export function formView(
  desk: Desk,
  about: { item: Evidence } | { functionKey: string },
  { locale, now }: { locale: Locale; now: Date },
) {
  const functions = desk.tasks.map(({ fn }) => ({ key: fn.key, name: localized(fn.name, locale) }));
  const item = "item" in about ? evidenceView(about.item) : null;
  const first =
    "item" in about
      ? functions.map(({ key }) => key).find((key) => item?.functions.includes(key))
      : about.functionKey;
  return {
    id: item?.id ?? null,
    kinds: [...EVIDENCE_KINDS],
    // The one it is about comes first; its box is what an error about the functions leads to.
    functions: [...functions].sort((a, b) => Number(b.key === first) - Number(a.key === first)),
    file: item?.file ?? null,
    fileKinds: fileKinds(),
    accept: ENDINGS.join(","),
    largest: { bytes: LARGEST_FILE, words: formatSize(LARGEST_FILE), error: faultMessage("too-large") },
    today: localDate(now),
    longestNote: LONGEST_NOTE,
    saved: item ? savedFields(item) : { [functionField(first ?? "")]: "on" },
  };
}

function savedFields(item: ReturnType<typeof evidenceView>): Record<string, string> {
  return {
    ...{
      kind: item.kind,
      note: item.note,
      date: item.date ?? "",
      source: item.source,
      link: item.link ?? "",
    },
    ...Object.fromEntries(item.functions.map((key) => [functionField(key), "on"])),
  };
}
