import type { Movement, Verdict } from "#rubric/scoring/rounds";
import { formatPercent } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import type { StatusTone } from "~/ui/status-tag";
import type { PageFunction, PageStage, RoundsPage } from "./rounds-page.server";

/** "Round 2", or the workshop that took its place. */
export function stageName({ kind, first }: Pick<PageStage, "kind" | "first">): string {
  return kind === "workshop" ? m.rounds_workshop() : m.rounds_number({ number: first });
}

/** Who is in, as counts. */
export function stageProgress({ kind, asked, handedIn }: PageStage): string {
  return kind === "workshop" ? m.rounds_voted({ asked, handedIn }) : m.rounds_handed_in({ asked, handedIn });
}

const MOVES: [keyof Movement, (given: { count: number }) => string][] = [
  ["towards", m.rounds_towards],
  ["away", m.rounds_away],
  ["across", m.rounds_across],
  ["unmoved", m.rounds_unmoved],
  ["new", m.rounds_new],
  ["withdrawn", m.rounds_withdrawn],
  ["notAgain", m.rounds_not_again],
];

/** Every kind of move that happened, with how many. */
export function movesOf(movement: Movement): string[] {
  return MOVES.flatMap(([kind, text]) => (movement[kind] > 0 ? [text({ count: movement[kind] })] : []));
}

const VERDICTS: Record<Verdict, { label: () => string; tone: StatusTone }> = {
  consensus: { label: () => m.rounds_verdict_consensus(), tone: "done" },
  stable: { label: () => m.rounds_verdict_stable(), tone: "neutral" },
  open: { label: () => m.rounds_verdict_open(), tone: "attention" },
  "no-result": { label: () => m.rounds_verdict_none(), tone: "attention" },
};

export const verdictTag = (verdict: Verdict) => VERDICTS[verdict];

/** What stands behind a verdict, in a sentence. */
export function verdictAbout({ verdict, reachedIn, stages }: PageFunction, page: RoundsPage): string {
  switch (verdict) {
    case "consensus": {
      const stage = page.stages[reachedIn ?? 0];
      return m.rounds_verdict_consensus_about({ stage: stage ? stageName(stage) : "" });
    }
    case "stable":
      return m.rounds_verdict_stable_about();
    case "open":
      return m.rounds_verdict_open_about();
    case "no-result": {
      const n = stages.findLast((result) => result !== null)?.score.n ?? 0;
      return m.rounds_verdict_none_about({ n, quorum: page.quorum });
    }
  }
}

/** The stop rule with its numbers. */
export function ruleText({ goal, rule }: Pick<RoundsPage, "goal" | "rule">): string {
  const stable = formatPercent(rule.stable);
  return goal === "strong"
    ? m.rounds_rule_strong({ stable, strong: formatPercent(rule.strong) })
    : m.rounds_rule_moderate({ stable });
}
