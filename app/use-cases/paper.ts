import { transact } from "#db/client";
import { appendJudgment, type Judgment, listHistory } from "#db/judgments";
import { findMember, insertSubmission, type PanelMember } from "#db/panel";
import { listRounds } from "#db/rounds";
import { descriptorsInOrder, type Rubric, type RubricFunction } from "#rubric/schema";
import { type AssessmentWithCompany, requireAssessment } from "./assessments";
import { audit, type ScopedContext } from "./context";
import { currentRound, type Desk, isAsked, isDone, readDesk, type Task } from "./desk";
import { Refusal } from "./errors";
import { type JudgmentInput, keepKnown, newReceipt, requireLevel } from "./judging";
import { keepEarlier } from "./rounds-revise";
import { rubricOf } from "./rubrics";

/** What a member wrote on paper about one function. Evidence is not entered here; what is stored of it stays. */
export type PaperAnswer = Pick<
  JudgmentInput,
  "level" | "cannotJudge" | "confidence" | "rationale" | "indicators"
> & {
  functionKey: string;
  /** The version that stood when the form was opened, 0 for none. */
  base: number;
};

export type PaperReport = {
  /** Keys of the functions that got a new version. */
  changed: string[];
  /** The receipt, where the answers were handed in too. */
  receipt: string | null;
};

/** What is printed: for one member the functions they are asked for, else all of the rubric. */
export type Questionnaire = {
  assessment: AssessmentWithCompany;
  rubric: Rubric;
  member: PanelMember | null;
  tasks: { fn: RubricFunction; steps: ReturnType<typeof descriptorsInOrder> }[];
};

/** @throws Refusal "not-found" (assessment, or member where one is named) */
export function readQuestionnaire(
  context: ScopedContext,
  assessmentId: string,
  memberId: string | null,
): Questionnaire {
  const assessment = requireAssessment(context, assessmentId);
  const rubric = rubricOf(context, assessment);
  const member = memberId === null ? null : (findMember(context.db, assessmentId, memberId) ?? null);
  if (memberId !== null && !member) throw new Refusal("not-found");
  const round = currentRound(listRounds(context.db, assessmentId));
  // A workshop is voted on in the room; paper is for the questionnaire.
  const functions = member && round.kind === "questionnaire" ? round.functions : null;
  const asked = rubric.functions.filter(({ key }) => !member || isAsked(member, { functions }, key));
  const tasks = asked.map((fn) => ({ fn, steps: descriptorsInOrder(rubric, fn) }));
  return { assessment, rubric, member, tasks };
}

/** Why a member's answers cannot be entered now. */
export type PaperObstacle = "wrong-state" | "already-submitted" | "in-workshop" | "nothing-to-ask";

/** A member's desk for whoever runs the assessment. @throws Refusal "not-found" */
export function readMemberDesk(context: ScopedContext, assessmentId: string, memberId: string): Desk {
  requireAssessment(context, assessmentId);
  if (!findMember(context.db, assessmentId, memberId)) throw new Refusal("not-found");
  return readDesk({ ...context, actor: { kind: "assessor", memberId, assessmentId } });
}

export function paperObstacle({ assessment, submission, tasks, editable }: Desk): PaperObstacle | null {
  if (assessment.state !== "open") return "wrong-state";
  if (submission) return "already-submitted";
  if (editable) return null;
  return tasks.length > 0 ? "in-workshop" : "nothing-to-ask";
}

/**
 * Enters a member's paper answers of the round that is going on, all or none: what differs from what is stored
 * becomes a new version, what is the same or empty is left alone. With `handIn` the member counts as having handed in.
 * @throws Refusal "not-found", "wrong-state", "already-submitted", "in-workshop", "nothing-to-ask", "unknown-function",
 * "unknown-level", "stale" (`functions`, keys with a space between, have another version than the form was made
 * from), "incomplete"
 */
export function savePaper(
  context: ScopedContext,
  assessmentId: string,
  memberId: string,
  { answers, handIn }: { answers: PaperAnswer[]; handIn: boolean },
): PaperReport {
  return transact(context.db, () => {
    const desk = readMemberDesk(context, assessmentId, memberId);
    const obstacle = paperObstacle(desk);
    if (obstacle) throw new Refusal(obstacle, { state: desk.assessment.state });
    const changes = answers.flatMap((answer) => changeOf(context, desk, answer));
    const stale = changes.filter((change) => change.stale).map(({ task }) => task.fn.key);
    if (stale.length > 0) throw new Refusal("stale", { functions: stale.join(" ") });
    const changed = changes.map((change) => append(context, desk, change));
    const receipt = handIn ? submit(context, readMemberDesk(context, assessmentId, memberId)) : null;
    if (changed.length > 0) {
      const member = { kind: "panel-member", id: memberId };
      audit(context, context.scope.workspaceId, "judgment.paper", member, { functions: changed });
    }
    return { changed, receipt };
  });
}

/** What an answer changes: nothing, something, or something that was changed by somebody else meanwhile. */
function changeOf(context: ScopedContext, desk: Desk, { functionKey, base, ...answer }: PaperAnswer) {
  const task = desk.tasks.find(({ fn }) => fn.key === functionKey);
  if (!task) throw new Refusal("unknown-function", { key: functionKey });
  requireLevel(desk.rubric, answer.level);
  const row = paperRow(task, answer);
  const says = (stored: Judgment | null | undefined) => (stored ? isSame(stored, row) : isEmpty(row));
  if (says(task.judgment)) return [];
  const stale = (task.judgment?.version ?? 0) !== base;
  if (stale) {
    // Left as it was when the form was opened: whoever enters paper has said nothing about this function.
    const history = listHistory(context.db, desk.member.id, functionKey, desk.round.number);
    if (says(history.find(({ version }) => version === base))) return [];
  }
  return [{ task, row, stale }];
}

type Change = ReturnType<typeof changeOf>[number];

function append(context: ScopedContext, { member, round }: Desk, { task, row }: Change): string {
  const { fn } = task;
  appendJudgment(context.db, {
    ...row,
    ...{ memberId: member.id, functionKey: fn.key, round: round.number },
    source: "paper",
    createdAt: context.now,
  });
  return fn.key;
}

type PaperRow = Pick<Judgment, "level" | "cannotJudge" | "confidence" | "rationale" | "indicators">;

function paperRow({ fn, earlier }: Task, answer: Omit<PaperAnswer, "functionKey" | "base">): PaperRow {
  const { level, rationale } = answer;
  const cannotJudge = level === null ? answer.cannotJudge : null;
  const confidence = cannotJudge ? null : answer.confidence;
  const indicators = keepKnown(answer.indicators, fn.indicators);
  return keepEarlier({ level, cannotJudge, confidence, rationale, indicators }, earlier);
}

function isEmpty({ level, cannotJudge, confidence, rationale, indicators }: PaperRow): boolean {
  const given = level ?? cannotJudge ?? confidence ?? rationale;
  return !given && Object.keys(indicators).length === 0;
}

function isSame(stored: Judgment, row: PaperRow): boolean {
  const essence = ({ level, cannotJudge, confidence, rationale, indicators }: PaperRow) =>
    JSON.stringify([level, cannotJudge, confidence, rationale, Object.entries(indicators).sort()]);
  return essence(stored) === essence(row);
}

function submit(context: ScopedContext, { tasks, member, round }: Desk): string {
  const missing = tasks.filter((task) => !isDone(task)).length;
  if (missing > 0) throw new Refusal("incomplete", { missing });
  const id = newReceipt();
  const row = { memberId: member.id, round: round.number, createdAt: context.now };
  insertSubmission(context.db, { ...row, id, receipt: id });
  const detail = { memberId: member.id, source: "paper" };
  audit(context, context.scope.workspaceId, "judgments.submit", { kind: "submission", id }, detail);
  return id;
}
