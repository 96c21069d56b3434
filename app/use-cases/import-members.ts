import { transact } from "#db/client";
import { m } from "~/i18n/messages";
import { requireAssessment } from "./assessments";
import type { ScopedContext } from "./context";
import { type MemberColumn, readMemberColumns } from "./member-columns";
import { checkMemberLine, type MemberLine } from "./member-lines";
import { addMember, requireEditablePanel } from "./panel";
import type { PastTable } from "./past/table";
import { rubricOf } from "./rubrics";

/** The most members of one import. */
export const MOST_MEMBERS = 500;

export type MembersPreview = {
  lines: MemberLine[];
  /** Everything that is wrong, in the reader's language; nothing is imported while there is anything. */
  problems: string[];
};

/** Something in the table is wrong; `preview` says what and where. */
export class MemberProblems extends Error {
  constructor(readonly preview: MembersPreview) {
    super("The table of members has problems");
  }
}

/**
 * What a table of members would add to the panel, and what is wrong with it; changes nothing.
 * @throws Refusal "not-found", "wrong-state"
 */
export function previewMembers(
  context: ScopedContext,
  assessmentId: string,
  table: PastTable,
): MembersPreview {
  const panel = requireEditablePanel(context, assessmentId);
  const rubric = rubricOf(context, requireAssessment(context, assessmentId));
  const { rows, missing } = readMemberColumns(table);
  const columns = missing.map((column) => m.panel_import_no_column({ column: columnName(column) }));
  if (rows.length === 0) return { lines: [], problems: [...columns, m.panel_import_nobody()] };
  if (rows.length > MOST_MEMBERS) {
    return { lines: [], problems: [m.panel_import_too_many({ max: MOST_MEMBERS })] };
  }
  const taken = new Map<string, number | null>(panel.map(({ email }) => [email, null]));
  const lines = rows.map(({ line, cells }) => checkMemberLine(line, cells, { rubric, taken, missing }));
  const inLines = lines.flatMap(({ line, problems }) =>
    problems.map(({ text }) => `${m.import_problem_line({ line })}: ${text}`),
  );
  return { lines, problems: [...columns, ...inLines] };
}

/**
 * Adds all members of a table to the panel, or none. Returns how many.
 * @throws MemberProblems; Refusal "not-found", "wrong-state"
 */
export function importMembers(context: ScopedContext, assessmentId: string, table: PastTable): number {
  return transact(context.db, () => {
    const preview = previewMembers(context, assessmentId, table);
    if (preview.problems.length > 0) throw new MemberProblems(preview);
    const members = preview.lines.flatMap(({ member }) => member ?? []);
    for (const member of members) addMember(context, assessmentId, member);
    return members.length;
  });
}

/** What a column is called in the forms. */
function columnName(column: MemberColumn): string {
  const names: Record<MemberColumn, () => string> = {
    name: () => m.consultant_person_name(),
    email: () => m.consultant_person_email(),
    perspective: () => m.consultant_perspective(),
    weight: () => m.consultant_weight(),
    weightReason: () => m.panel_weight_reason(),
    functions: () => m.consultant_asked(),
  };
  return names[column]();
}
