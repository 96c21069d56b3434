import { m } from "~/i18n/messages";
import type { Confidence } from "~/use-cases/judging";
import { answerWord, confidenceWord, reasonWord } from "../assess-layout/words";
import { indicatorField, NO_LEVEL } from "./fields";
import type { FunctionView } from "./function-view.server";

type Values = Record<string, string>;

/** One field of two versions of the same form, in words; an empty text is no answer. */
export type Difference = { name: string; label: string; stored: string; typed: string };

/** Where two versions of one form say something else. */
export function differencesOf(view: FunctionView, stored: Values, typed: Values): Difference[] {
  return wordings(view)
    .map(({ name, label, say }) => {
      const words = (values: Values) => {
        const value = values[name];
        return value ? say(value) : "";
      };
      return { name, label, stored: words(stored), typed: words(typed) };
    })
    .filter((row) => row.stored !== row.typed);
}

/** Every field of the form: what it is called, and how a value of it is put. Values come from outside. */
function wordings({ levels, task, reasons, confidences, answers }: FunctionView) {
  const known = <T>(options: readonly T[], value: string) =>
    options.find((option) => String(option) === value);
  const say =
    <T>(options: readonly T[], word: (option: T) => string) =>
    (value: string) => {
      const option = known(options, value);
      return option === undefined ? value : word(option);
    };
  const levelWord = (value: string) => {
    const level = levels.find((candidate) => String(candidate.level) === value);
    if (level) return `${level.level} · ${level.name}`;
    return value === NO_LEVEL ? m.assess_status_cannot() : value;
  };
  return [
    { name: "level", label: m.saving_level(), say: levelWord },
    { name: "cannotJudge", label: m.assess_cannot_reason(), say: say(reasons, reasonWord) },
    {
      name: "confidence",
      label: m.assess_confidence(),
      say: say<Confidence>(confidences, confidenceWord),
    },
    { name: "rationale", label: m.assess_rationale(), say: (text: string) => text.trim() },
    ...task.indicators.map(({ key, text }) => ({
      name: indicatorField(key),
      label: text,
      say: say(answers, answerWord),
    })),
  ];
}
