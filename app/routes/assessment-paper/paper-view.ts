import { formatDate } from "~/i18n/format";
import { type Locale, localized } from "~/i18n/locale";
import { isNamed } from "~/use-cases/assessments";
import type { Questionnaire } from "~/use-cases/paper";

export type PaperView = ReturnType<typeof paperView>;
export type PaperFunctionView = PaperView["functions"][number];

/** Everything that is printed, in one language. */
export function paperView({ assessment, rubric, member, tasks }: Questionnaire, locale: Locale) {
  const { companyName: company, title, asOf, deadline } = assessment;
  return {
    ...{ company, title, name: member?.name ?? null },
    asOf: formatDate(asOf),
    deadline: deadline && formatDate(deadline),
    named: isNamed(assessment),
    rubric: localized(rubric.name, locale),
    total: rubric.functions.length,
    levels: rubric.levels.map(({ name, meaning }, index) => ({
      number: index + 1,
      name: localized(name, locale),
      meaning: localized(meaning, locale),
    })),
    functions: tasks.map(({ fn, steps }, index) => ({
      number: index + 1,
      name: localized(fn.name, locale),
      question: localized(fn.question, locale),
      definition: localized(fn.definition, locale),
      levels: steps.map(({ number, level, descriptor }) => ({
        number,
        name: localized(level.name, locale),
        descriptor: localized(descriptor, locale),
      })),
      indicators: fn.indicators.map(({ key, text }) => ({ key, text: localized(text, locale) })),
    })),
  };
}
