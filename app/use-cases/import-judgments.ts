import { randomUUID } from "node:crypto";
import type { AssessmentWithCompany } from "#db/assessments";
import { transact } from "#db/client";
import { appendJudgment, type Judgment, listRoundJudgments } from "#db/judgments";
import { insertSubmission, listMembers, listProgress, type MemberProgress } from "#db/panel";
import { FIRST_ROUND, listRounds } from "#db/rounds";
import { m } from "~/i18n/messages";
import { requireAssessment } from "./assessments";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";
import type { Newcomer } from "./import-roster";
import { newReceipt } from "./judging";
import { type CheckedLines, checkLines, type JudgmentLine } from "./judgment-lines";
import { type CsvLine, type LineProblem, quote, readJudgments } from "./judgments-csv";
import { addMember, readPanel } from "./panel";
import { rubricOf } from "./rubrics";

/** The file was refused as a whole; nothing was stored. */
export class ImportProblems extends Error {
  constructor(readonly problems: LineProblem[]) {
    super(`${problems.length} problems`);
  }
}

export type ImportReport = {
  lines: number;
  /** Judgments stored: first ones, and new versions of earlier ones. */
  stored: number;
  /** Lines that say what is stored already. */
  unchanged: number;
  /** Names of the people added to the panel. */
  added: string[];
  /** Names of those who thereby have judged every function and count as having handed in. */
  submitted: string[];
};

type Progress = (done: number, total: number) => void;

/**
 * Stores the judgments of a CSV (see `readJudgments`), all of them or none. Assessors are members by name or
 * e-mail address; others join the panel, those without an address with a placeholder. Nothing is replaced: what
 * differs becomes a new version that keeps the indicators of the one before, what is the same is left
 * alone. An assessor who has judged every function afterwards counts as having handed in; what somebody handed in
 * themselves cannot be changed by an import. `progress` is told how many lines are stored.
 * @throws Refusal "not-found", "wrong-state" (only drafts and open assessments take judgments), "later-round" (only
 * the first round takes them)
 * @throws ImportProblems with everything that is wrong, by line
 */
export function importJudgments(
  context: ScopedContext,
  assessmentId: string,
  text: string,
  progress: Progress = () => {},
): ImportReport {
  return importLines(context, assessmentId, readJudgments(text), progress);
}

/** Lines of judgments from whichever file, with what was wrong already when they were read. */
export type ReadLines = {
  lines: CsvLine[];
  problems: LineProblem[];
  /** Placeholder addresses that people keep over several assessments (see `checkLines`). */
  addresses?: Map<string, string>;
};

/** The same as `importJudgments` for lines that were read before. */
export function importLines(
  context: ScopedContext,
  assessmentId: string,
  { lines: source, problems, addresses }: ReadLines,
  progress: Progress = () => {},
): ImportReport {
  return transact(context.db, () => {
    const assessment = requireAssessment(context, assessmentId);
    const { state } = assessment;
    if (state !== "draft" && state !== "open") throw new Refusal("wrong-state", { state });
    // A file says what somebody judged, not what they thought of it after they saw the panel.
    if (listRounds(context.db, assessmentId).length > 0) throw new Refusal("later-round");
    const rubric = rubricOf(context, assessment);
    const checked = checkLines(source, rubric, listMembers(context.db, assessmentId), addresses);
    const before = latestVersions(context, assessmentId);
    const panel = listProgress(context.db, assessmentId, FIRST_ROUND);
    const all = [...problems, ...checked.problems, ...handedIn(checked.lines, panel, before)];
    if (all.length > 0) throw new ImportProblems(all.sort((a, b) => a.line - b.line));
    return store(context, assessment, checked, before, progress);
  });
}

type Versions = Map<string, Judgment>;

function latestVersions(context: ScopedContext, assessmentId: string): Versions {
  const judgments = listRoundJudgments(context.db, assessmentId, FIRST_ROUND);
  return new Map(judgments.map((judgment) => [keyOf(judgment.memberId, judgment.functionKey), judgment]));
}

/** Lines that would change what an assessor has handed in with their own hand. */
function handedIn(lines: JudgmentLine[], panel: MemberProgress[], before: Versions): LineProblem[] {
  const done = new Map(
    panel.filter(({ submittedAt }) => submittedAt !== null).map((member) => [member.id, member.name]),
  );
  return lines.flatMap((line) => {
    const name = done.get(line.assessor);
    const stored = before.get(keyOf(line.assessor, line.functionKey));
    if (name === undefined || stored?.source !== "assessor" || isSame(line, stored)) return [];
    const found = m.import_found_other({ function: line.functionKey, name: quote(name) });
    return [{ line: line.line, column: null, found, allowed: m.import_allowed_handed_in() }];
  });
}

function store(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  { lines, newcomers }: CheckedLines,
  before: Versions,
  progress: Progress,
): ImportReport {
  const byKey = new Map(newcomers.map((newcomer) => [newcomer.key, newcomer]));
  const memberIds = new Map<string, string>();
  let stored = 0;
  lines.forEach((line, index) => {
    const known = memberIds.get(line.assessor);
    const memberId = known ?? join(context, assessment.id, line.assessor, byKey.get(line.assessor));
    memberIds.set(line.assessor, memberId);
    if (append(context, memberId, line, before.get(keyOf(memberId, line.functionKey)))) stored += 1;
    progress(index + 1, lines.length);
  });
  const imported = new Set(memberIds.values());
  const submitted = submitComplete(context, assessment, imported);
  const object = { kind: "assessment", id: assessment.id };
  const detail = { lines: lines.length, stored, added: newcomers.length, submitted: submitted.length };
  audit(context, context.scope.workspaceId, "judgments.import", object, detail);
  return {
    ...{ lines: lines.length, stored, unchanged: lines.length - stored },
    ...{ added: newcomers.map(({ name }) => name), submitted },
  };
}

/** The id of a member, who joins the panel when they are a newcomer. */
function join(
  context: ScopedContext,
  assessmentId: string,
  assessor: string,
  newcomer: Newcomer | undefined,
): string {
  if (!newcomer) return assessor;
  const { name, email, perspective } = newcomer;
  return addMember(context, assessmentId, { name, email, perspective, weight: 1 });
}

/** Adds a version unless it says the same as the one before. Whether it did. */
function append(
  context: ScopedContext,
  memberId: string,
  { functionKey, level, confidence, rationale, ...line }: JudgmentLine,
  before: Judgment | undefined,
): boolean {
  if (before && isSame({ functionKey, level, confidence, rationale, ...line }, before)) return false;
  appendJudgment(context.db, {
    ...{ memberId, functionKey, level, confidence, rationale },
    // A file says only that there is no level; a reason given before still holds.
    cannotJudge: level === null ? (before?.cannotJudge ?? "other") : null,
    indicators: before?.indicators ?? {},
    round: FIRST_ROUND,
    source: "import",
    createdAt: context.now,
  });
  return true;
}

function isSame(line: JudgmentLine, stored: Judgment): boolean {
  return (
    line.level === stored.level &&
    (line.level !== null || stored.cannotJudge !== null) &&
    line.confidence === stored.confidence &&
    line.rationale === stored.rationale
  );
}

/** Hands in for the imported members who now have judged everything; their names. */
function submitComplete(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  imported: Set<string>,
): string[] {
  return readPanel(context, assessment.id)
    .filter(({ id, judged, asked, submittedAt }) => imported.has(id) && judged === asked && !submittedAt)
    .map(({ id: memberId, name }) => {
      const receipt = newReceipt();
      const row = { id: randomUUID(), memberId, round: FIRST_ROUND, receipt, createdAt: context.now };
      insertSubmission(context.db, row);
      return name;
    });
}

function keyOf(memberId: string, functionKey: string): string {
  return `${memberId} ${functionKey}`;
}
