/** What the buttons of the evidence section are called; the id of what is to be changed follows the last one. */
export const CHANGE_EVIDENCE = "evidence-";

/** Where the buttons of the evidence section lead once the form is saved; null for any other button. */
export function evidenceTarget(intent: string | undefined, functionKey: string): string | null {
  if (intent === "evidence") return `/assess/functions/${functionKey}/evidence/new`;
  if (intent === "reuse") return `/assess/functions/${functionKey}/evidence/reuse`;
  const id = /^evidence-([\w-]+)$/.exec(intent ?? "")?.[1];
  return id ? `/assess/evidence/${id}?from=${encodeURIComponent(functionKey)}` : null;
}
