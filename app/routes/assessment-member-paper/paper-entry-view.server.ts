import { type Locale, localized } from "~/i18n/locale";
import type { Desk, Task } from "~/use-cases/desk";
import { CANNOT_JUDGE, CONFIDENCES, INDICATOR_ANSWERS } from "~/use-cases/judging";
import { CANNOT, indicatorField, partField } from "./fields";

export type PaperEntryView = ReturnType<typeof paperEntryView>;
export type PaperEntryFunction = PaperEntryView["functions"][number];

/** All functions asked of a member, with what is stored of them in the round that is going on. */
export function paperEntryView(desk: Desk, locale: Locale) {
  return {
    functions: desk.tasks.map(({ fn }, index) => ({
      key: fn.key,
      number: index + 1,
      name: localized(fn.name, locale),
      question: localized(fn.question, locale),
      indicators: fn.indicators.map(({ key, text }) => ({ key, text: localized(text, locale) })),
    })),
    levels: desk.rubric.levels.map(({ name }, index) => ({
      level: index + 1,
      name: localized(name, locale),
    })),
    reasons: [...CANNOT_JUDGE],
    confidences: [...CONFIDENCES],
    answers: [...INDICATOR_ANSWERS],
    values: Object.assign({}, ...desk.tasks.map(savedFields)) as Record<string, string>,
  };
}

/** The fields of one function as they are stored; one without an answer is missing. */
function savedFields({ fn, judgment }: Task): Record<string, string> {
  const field = (name: Parameters<typeof partField>[1]) => partField(fn.key, name);
  if (!judgment) return { [field("base")]: "0" };
  const { level, cannotJudge, confidence, rationale, indicators, version } = judgment;
  return {
    [field("base")]: String(version),
    ...(level === null ? {} : { [field("level")]: String(level) }),
    ...(cannotJudge === null ? {} : { [field("level")]: CANNOT, [field("cannotJudge")]: cannotJudge }),
    ...(confidence === null ? {} : { [field("confidence")]: String(confidence) }),
    [field("rationale")]: rationale,
    ...Object.fromEntries(
      Object.entries(indicators).map(([key, answer]) => [indicatorField(fn.key, key), answer]),
    ),
  };
}
