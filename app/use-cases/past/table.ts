/** A table somebody brought, from whichever file: a header and rows, each with its line in the file (from 1). */
export type PastTable = { header: string[]; rows: { line: number; cells: string[] }[] };

/** What a column holds. `fn:<key>` is a column of levels of one function, as in a table with functions across. */
export type PastRole = (typeof PAST_ROLES)[number] | `fn:${string}`;

export const PAST_ROLES = [
  "ignore",
  "asOf",
  "title",
  "assessor",
  "perspective",
  "function",
  "level",
  "confidence",
  "rationale",
] as const;

/** The function that a role is about, or null. */
export function functionOf(role: PastRole): string | null {
  return role.startsWith("fn:") ? role.slice(3) : null;
}

/** Whether functions stand across: one row is then all that an assessor said. */
export function isWide(roles: readonly PastRole[]): boolean {
  return roles.some((role) => functionOf(role) !== null);
}
