import { type Locale, localized } from "~/i18n/locale";
import type { AssessmentWithCompany } from "~/use-cases/assessments";
import type { PastWorkshop, Stage, StageVote } from "~/use-cases/workshop-stage";
import { levelNames, outcomeView } from "../assess-workshop/outcome-view.server";

export type StageView = ReturnType<typeof stageView>;
export type StageVoteView = StageView["votes"][number];
export type AgendaItemView = StageView["agenda"][number];

/** The running workshop at one function, in one language. */
export function stageView(stage: Stage, { quorum, options }: AssessmentWithCompany, locale: Locale) {
  const { rubric, fn, agenda, openKey, nextKey } = stage;
  const name = localized(fn.name, locale);
  const nameOf = (key: string | null) => {
    const found = agenda.find((item) => item.key === key);
    return found ? { key: found.key, name: localized(found.name, locale) } : null;
  };
  const about = { rubric, name, quorum, minimumGroup: options.minimumGroup };
  return {
    key: fn.key,
    name,
    question: localized(fn.question, locale),
    definition: localized(fn.definition, locale),
    number: stage.place + 1,
    levelNames: levelNames(rubric, locale),
    levels: stage.steps.map(({ number, level, descriptor }) => ({
      level: number,
      name: localized(level.name, locale),
      descriptor: localized(descriptor, locale),
    })),
    agenda: agenda.map(({ name: text, ...item }) => ({ ...item, name: localized(text, locale) })),
    votes: stage.votes.map(({ result, ...vote }: StageVote) => ({
      ...vote,
      outcome: result && outcomeView(result, about, locale),
    })),
    open: nameOf(openKey),
    next: nameOf(nextKey),
    pulse: stage.pulse,
  };
}

export type PastView = ReturnType<typeof pastView>;

/** A workshop that is over, in one language. */
export function pastView({ id, startedAt, functions, names }: PastWorkshop, locale: Locale) {
  return {
    id,
    startedAt,
    names: names.map((name) => localized(name, locale)),
    functions: functions.map(({ name, votes, ...levels }) => ({
      ...levels,
      name: localized(name, locale),
      votes: votes.map(({ id: vote, notes, revealed, turnout: { voted, asked } }) => ({
        ...{ id: vote, notes, revealed, voted, asked },
      })),
    })),
  };
}
