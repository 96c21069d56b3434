import { type Locale, localized } from "~/i18n/locale";
import type { Disagreement, DisputedFunction } from "~/use-cases/disagreement";

export type DeskView = ReturnType<typeof deskView>;
export type DeskFunction = DeskView["functions"][number];
export type DeskVoice = DeskFunction["voices"][number];
export type DeskQuestion = DeskVoice["questions"][number];

/** Where the panel disagrees, in one language. */
export function deskView({ functions, levels, goal }: Disagreement, locale: Locale) {
  return {
    goal,
    levelNames: levels.map((name) => localized(name, locale)),
    functions: functions.map((fn, index) => functionView(fn, { locale, number: index + 1 })),
  };
}

function functionView(fn: DisputedFunction, { locale, number }: { locale: Locale; number: number }) {
  const { key, name, score, median, agreed, perspectives } = fn;
  const { n, level, split, distribution, consensus, agreementA, averageDeviation } = score;
  const voices = fn.voices.map(voiceView);
  const questions = voices.flatMap((voice) => voice.questions);
  return {
    ...{ key, number, name: localized(name, locale), median, agreed, perspectives, voices },
    ...{ n, level, split, distribution, consensus, agreementA, averageDeviation },
    far: voices.filter(({ apart }) => apart !== null).length,
    asked: {
      waiting: questions.filter(({ answeredAt }) => answeredAt === null).length,
      answered: questions.filter(({ answeredAt }) => answeredAt !== null).length,
    },
  };
}

/** One judgment with what was asked about it; who asked stays with the server. */
export function voiceView({ questions, ...voice }: DisputedFunction["voices"][number]) {
  return {
    ...voice,
    questions: questions.map(({ id, question, askedAt, answer, answeredAt }) => ({
      ...{ id, question, askedAt, answer, answeredAt },
    })),
  };
}
