import { randomUUID } from "node:crypto";
import { formatDate } from "~/i18n/format";
import { type Locale, localized } from "~/i18n/locale";
import type { AssessorContext, Desk, Task } from "~/use-cases/desk";
import { CANNOT_JUDGE, CONFIDENCES, INDICATOR_ANSWERS, LONGEST_NOTE } from "~/use-cases/judging";
import { readPreviousLevel } from "~/use-cases/previous-level";
import { drawQuestions } from "../assess-layout/questions.server";
import { taskView } from "../assess-layout/views.server";
import { indicatorField, NO_LEVEL, type Save } from "./fields";
import { helpToJudge } from "./help-to-judge.server";
import { roundView } from "./round-feedback.server";

export type FunctionView = ReturnType<typeof functionView>;

/** Everything the page of one function shows, in one language. */
export function functionView(context: AssessorContext, desk: Desk, task: Task, locale: Locale) {
  const { fn } = task;
  const view = taskView(desk, task, locale);
  const levels = task.steps.map(({ number, level, descriptor }) => ({
    level: number,
    name: localized(level.name, locale),
    descriptor: localized(descriptor, locale),
  }));
  const previous = readPreviousLevel(context, desk, fn.key);
  return {
    task: view,
    total: desk.tasks.length,
    company: desk.companyName,
    asOf: formatDate(desk.assessment.asOf),
    question: localized(fn.question, locale),
    definition: localized(fn.definition, locale),
    evidenceExamples: fn.evidence.map((example) => localized(example, locale)),
    informant: localized(fn.informant, locale),
    levels,
    reasons: [...CANNOT_JUDGE],
    confidences: [...CONFIDENCES],
    answers: [...INDICATOR_ANSWERS],
    longestNote: LONGEST_NOTE,
    help: helpToJudge({ levels, indicators: view.indicators, previous }),
    round: roundView(context, desk, task, locale),
    questions: drawQuestions(context, desk, { locale, functionKey: fn.key }),
    saved: savedFields(task),
    save: saveOf(desk, task),
  };
}

/**
 * What the form's next save says of itself: the version it is made from, the round it belongs to, and a key of its
 * own, so that it may arrive twice.
 */
function saveOf(desk: Desk, { judgment }: Task): Save {
  return { key: randomUUID(), base: judgment?.version ?? 0, round: desk.round.number };
}

/** Why nothing can be saved any more; "seat": the link the assessor came by no longer works. */
export type Conflict = "submitted" | "closed" | "workshop" | "seat";

export function conflictOf({ editable, submission, round, assessment }: Desk): Conflict | null {
  if (editable) return null;
  if (submission) return "submitted";
  return assessment.state === "open" && round.kind === "workshop" ? "workshop" : "closed";
}

/** The form as it was last saved; a field without an answer is missing. */
function savedFields({ judgment }: Task): Record<string, string> {
  if (!judgment) return {};
  const { level, cannotJudge, confidence, rationale, indicators } = judgment;
  return {
    ...(level === null ? {} : { level: String(level) }),
    ...(cannotJudge === null ? {} : { level: NO_LEVEL, cannotJudge }),
    ...(confidence === null ? {} : { confidence: String(confidence) }),
    rationale,
    ...Object.fromEntries(Object.entries(indicators).map(([key, answer]) => [indicatorField(key), answer])),
  };
}
