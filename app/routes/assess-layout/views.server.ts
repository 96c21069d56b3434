import { type Locale, localized } from "~/i18n/locale";
import { contradictingIndicators, type Desk, isDone, isJudged, nextTask, type Task } from "~/use-cases/desk";
import { evidenceFor } from "./evidence-view.server";

export type TaskView = ReturnType<typeof taskView>;
export type DeskView = ReturnType<typeof deskView>;

/** One function and what the assessor has said about it, in one language. */
export function taskView(desk: Desk, task: Task, locale: Locale) {
  const { fn, judgment } = task;
  const level = judgment?.level ?? null;
  const levelName = level === null ? undefined : desk.rubric.levels[level - 1]?.name;
  return {
    key: fn.key,
    number: desk.tasks.indexOf(task) + 1 || desk.standing.indexOf(task) + 1,
    name: localized(fn.name, locale),
    /** Of the judgment in this round; 0 for none. */
    version: judgment?.version ?? 0,
    begun: judgment !== null,
    judged: isDone(task),
    /** Judged otherwise than in the round before, without a word why. */
    reasonMissing: isJudged(judgment) && !isDone(task),
    change: changeOf(task),
    level,
    levelName: levelName && localized(levelName, locale),
    cannotJudge: judgment?.cannotJudge ?? null,
    confidence: judgment?.confidence ?? null,
    rationale: judgment?.rationale ?? "",
    fromPaper: judgment?.source === "paper",
    evidence: evidenceFor(desk, fn.key),
    /** Evidence given for other functions only. */
    reusable: desk.evidence.filter(({ functions }) => !functions.includes(fn.key)).length,
    /** Lowest level first, as they build on each other. */
    indicators: fn.indicators
      .map(({ key, level: required, text }) => ({
        key,
        level: task.steps.find((step) => step.level.key === required)?.number ?? 1,
        text: localized(text, locale),
        answer: judgment?.indicators[key] ?? null,
      }))
      .sort((a, b) => a.level - b.level),
    contradicting: contradictingIndicators(desk.rubric, task).map(({ text }) => localized(text, locale)),
  };
}

/** Against the rounds before: kept, or changed from a level or from none; null where there is nothing to compare. */
function changeOf({ judgment, earlier }: Task): { kept: boolean; from: number | null } | null {
  if (!earlier || !judgment || !isJudged(judgment) || judgment.id === earlier.id) return null;
  return { kept: judgment.level === earlier.level, from: earlier.level };
}

/** The assessment, all functions and how far the assessor is, in one language. */
export function deskView(desk: Desk, locale: Locale) {
  const { assessment, submission } = desk;
  const tasks = desk.tasks.map((task) => taskView(desk, task, locale));
  const next = nextTask(desk.tasks);
  return {
    name: desk.member.name,
    company: desk.companyName,
    title: assessment.title,
    asOf: assessment.asOf,
    deadline: assessment.deadline,
    levels: desk.rubric.levels.length,
    levelNames: desk.rubric.levels.map(({ name }) => localized(name, locale)),
    round: desk.round.number,
    /** How many of the rubric's functions the member is asked for, where these are not all. */
    askedSome:
      desk.member.functions && desk.round.functions === null
        ? { asked: desk.tasks.length, total: desk.rubric.functions.length }
        : null,
    editable: desk.editable,
    open: assessment.state === "open",
    /** Said that they will not judge, while that can still be taken back. */
    declined: desk.member.declinedAt !== null && desk.editable,
    /** Votes are taken, or were, in a room: the questionnaire is closed until another round. */
    inWorkshop: assessment.state === "open" && desk.round.kind === "workshop",
    mayReopen:
      assessment.state === "open" && assessment.options.mayReopen && desk.round.kind === "questionnaire",
    late: desk.late,
    /** The number of a round after the first by questionnaire. */
    again: desk.round.number > 1 && desk.round.kind === "questionnaire" ? desk.round.number : null,
    submission: submission && { receipt: submission.receipt, at: submission.createdAt },
    receipts: desk.receipts.map(({ receipt, round, createdAt }) => ({ receipt, round, at: createdAt })),
    /** Everything they have said, whichever the round. */
    standing: desk.standing.map((task) => taskView(desk, task, locale)),
    tasks,
    done: tasks.filter(({ judged }) => judged).length,
    next: tasks.find(({ key }) => key === next?.fn.key) ?? null,
  };
}

/**
 * Who sits here and what is asked of them, for what waits on their device; `tasks` is null once nothing of it can
 * change any more.
 */
export function seatView({ member, round, tasks, editable }: Desk, locale: Locale) {
  const asked = tasks.map((task) => ({
    key: task.fn.key,
    name: localized(task.fn.name, locale),
    judged: isDone(task),
    version: task.judgment?.version ?? 0,
  }));
  return { memberId: member.id, round: round.number, tasks: editable ? asked : null };
}
