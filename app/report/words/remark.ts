import { formatDate } from "~/i18n/format";
import { kindWord } from "~/report/evidence-words";
import type { Report } from "~/use-cases/read-report";

/** One piece of evidence as one line of text: what it is, what it shows, and where it can be found again. */
export function remarkText(remark: Report["functions"][number]["evidence"][number]): string {
  if (typeof remark === "string") return remark;
  const { kind, note, date, source, link } = remark;
  const origin = [source, date && formatDate(date), link].filter((part) => part);
  return `${kindWord(kind)}. ${note}${origin.length > 0 ? ` (${origin.join(", ")})` : ""}`;
}
