import { type Locale, localized } from "~/i18n/locale";
import type { Desk, Task } from "~/use-cases/desk";
import { CANNOT_JUDGE, CONFIDENCES, INDICATOR_ANSWERS, LONGEST_NOTE } from "~/use-cases/judging";
import { taskView } from "../assess-layout/views.server";
import { indicatorField, NO_LEVEL } from "./fields";

export type FunctionView = ReturnType<typeof functionView>;

/** Everything the page of one function shows, in one language. */
export function functionView(desk: Desk, task: Task, locale: Locale) {
  const { fn } = task;
  return {
    task: taskView(desk, task, locale),
    total: desk.tasks.length,
    company: desk.companyName,
    asOf: desk.assessment.asOf,
    question: localized(fn.question, locale),
    definition: localized(fn.definition, locale),
    evidenceExamples: fn.evidence.map((example) => localized(example, locale)),
    informant: localized(fn.informant, locale),
    levels: task.steps.map(({ number, level, descriptor }) => ({
      level: number,
      name: localized(level.name, locale),
      descriptor: localized(descriptor, locale),
    })),
    reasons: [...CANNOT_JUDGE],
    confidences: [...CONFIDENCES],
    answers: [...INDICATOR_ANSWERS],
    longestNote: LONGEST_NOTE,
    saved: savedFields(task),
  };
}

/** Why nothing can be saved any more; "seat": the link the assessor came by no longer works. */
export type Conflict = "submitted" | "closed" | "seat";

export function conflictOf({ editable, submission }: Desk): Conflict | null {
  if (editable) return null;
  return submission ? "submitted" : "closed";
}

/** The form as it was last saved; a field without an answer is missing. */
function savedFields({ judgment }: Task): Record<string, string> {
  if (!judgment) return {};
  const { level, cannotJudge, confidence, rationale, evidence, indicators } = judgment;
  return {
    ...(level === null ? {} : { level: String(level) }),
    ...(cannotJudge === null ? {} : { level: NO_LEVEL, cannotJudge }),
    ...(confidence === null ? {} : { confidence: String(confidence) }),
    rationale,
    evidence,
    ...Object.fromEntries(Object.entries(indicators).map(([key, answer]) => [indicatorField(key), answer])),
  };
}
