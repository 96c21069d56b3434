import { formatPercent } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import type { Report } from "~/use-cases/read-report";

type Rounds = NonNullable<Report["rounds"]>;

/** In how many rounds the panel judged, by which rule it stopped, and how that ended; null after a single round. */
export function roundsReading({ rounds }: Report): string | null {
  if (!rounds) return null;
  const { goal, stages, functions, stableBelow } = rounds;
  const stable = formatPercent(stableBelow);
  const ended = (...verdicts: string[]) =>
    functions.filter(({ verdict }) => verdict !== null && verdicts.includes(verdict)).length;
  const again = functions.filter((fn) => fn.again).length;
  const questionnaires = stages.filter(({ kind }) => kind === "questionnaire").length;
  const sentences = [
    m.rounds_report_count({ count: questionnaires }),
    m.rounds_report_again({ count: again, total: functions.length }),
    ...(questionnaires < stages.length ? [m.rounds_report_workshop()] : []),
    goal === "strong" ? m.rounds_report_rule_strong({ stable }) : m.rounds_report_rule_moderate({ stable }),
    m.rounds_report_ended({
      consensus: ended("consensus"),
      stable: ended("stable"),
      open: ended("open", "no-result"),
    }),
    m.rounds_report_stands(),
  ];
  return sentences.join(" ");
}

/** "Consensus reached in round 2", for a function that was judged again; null where there is nothing to say. */
export function roundFact(rounds: Rounds | null, key: string): string | null {
  const fn = rounds?.functions.find((one) => one.key === key);
  if (!fn?.again || !fn.ended) return null;
  const { kind, number } = fn.ended;
  if (fn.verdict === "consensus") {
    return kind === "workshop" ? m.rounds_report_reached_workshop() : m.rounds_report_reached({ number });
  }
  return kind === "workshop" ? m.rounds_report_stable_workshop() : m.rounds_report_stable({ number });
}
