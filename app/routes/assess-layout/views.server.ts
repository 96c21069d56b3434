import { type Locale, localized } from "~/i18n/locale";
import { contradictingIndicators, type Desk, isJudged, nextTask, type Task } from "~/use-cases/desk";

export type TaskView = ReturnType<typeof taskView>;
export type DeskView = ReturnType<typeof deskView>;

/** One function and what the assessor has said about it, in one language. */
export function taskView(desk: Desk, task: Task, locale: Locale) {
  const { fn, judgment } = task;
  const level = judgment?.level ?? null;
  const levelName = level === null ? undefined : desk.rubric.levels[level - 1]?.name;
  return {
    key: fn.key,
    number: desk.tasks.indexOf(task) + 1,
    name: localized(fn.name, locale),
    begun: judgment !== null,
    judged: isJudged(judgment),
    level,
    levelName: levelName && localized(levelName, locale),
    cannotJudge: judgment?.cannotJudge ?? null,
    confidence: judgment?.confidence ?? null,
    rationale: judgment?.rationale ?? "",
    evidence: judgment?.evidence ?? "",
    indicators: fn.indicators.map(({ key, text }) => ({
      key,
      text: localized(text, locale),
      answer: judgment?.indicators[key] ?? null,
    })),
    contradicting: contradictingIndicators(desk.rubric, task).map(({ text }) => localized(text, locale)),
  };
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
    editable: desk.editable,
    late: desk.late,
    submission: submission && { receipt: submission.receipt, at: submission.createdAt },
    tasks,
    done: tasks.filter(({ judged }) => judged).length,
    next: tasks.find(({ key }) => key === next?.fn.key) ?? null,
  };
}
