import type { Desk } from "~/use-cases/desk";
import type { Evidence } from "~/use-cases/evidence";

export type EvidenceView = ReturnType<typeof evidenceView>;

/** What the pages show of a piece of evidence. */
export function evidenceView(item: Omit<Evidence, "memberId">) {
  const { id, kind, note, date, source, link, fileName, size, functions } = item;
  const file = fileName !== null && size !== null ? { name: fileName, size } : null;
  return { id, kind, note, date, source, link, file, functions };
}

/** The evidence that the assessor has given for a function. */
export function evidenceFor({ evidence }: Pick<Desk, "evidence">, functionKey: string): EvidenceView[] {
  return evidence.filter(({ functions }) => functions.includes(functionKey)).map(evidenceView);
}
