import type { Rubric } from "#rubric/schema";
import { type Locale, localized } from "~/i18n/locale";
import type { VoteResult } from "~/use-cases/workshop-stage";

export type OutcomeView = ReturnType<typeof outcomeView>;

/** The result of a vote with what is needed to show it, in one language. */
export function outcomeView(
  result: VoteResult,
  {
    rubric,
    name,
    quorum,
    minimumGroup,
  }: { rubric: Rubric; name: string; quorum: number; minimumGroup: number },
  locale: Locale,
) {
  return { ...result, name, quorum, minimumGroup, names: levelNames(rubric, locale) };
}

/** The names of a rubric's levels, the first for level 1. */
export function levelNames(rubric: Rubric, locale: Locale): string[] {
  return rubric.levels.map(({ name }) => localized(name, locale));
}
