import { formatDate } from "~/i18n/format";
import { kindWord } from "~/report/evidence-words";
import type { FunctionProps } from "./function-section";

type Remark = FunctionProps["fn"]["evidence"][number];

/** One piece of evidence: what it is, what it shows, and where it can be found again. */
export function RemarkText({ remark }: { remark: Remark }) {
  if (typeof remark === "string") return remark;
  const { kind, note, date, source, link } = remark;
  const origin = [source, date && formatDate(date)].filter((part) => part);
  return (
    <>
      <span className="font-semibold">{kindWord(kind)}.</span> {note}
      {origin.length > 0 ? <span className="text-ink-muted"> ({origin.join(", ")})</span> : null}
      {link ? (
        <>
          {" "}
          <a href={link} className="link break-all" rel="noopener noreferrer nofollow">
            {link}
          </a>
        </>
      ) : null}
    </>
  );
}
