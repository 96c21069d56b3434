import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { formatFixed } from "~/report/words";
import type { Compared, ComparedFunction } from "~/use-cases/compare-assessments";

const DIGITS = 4;
const LEAST = 10 ** -DIGITS;

/**
 * Four decimals, so that the smallest p of a small panel is the one that the reader knows; as statisticians write it
 * in English (".0625"), with its zero in Indonesian ("0,0625").
 */
export function probability(p: number | null | undefined): string {
  if (p == null) return "–";
  if (p < LEAST) return `< ${probability(LEAST)}`;
  const written = formatFixed(p, DIGITS);
  return getLocale() === "en" ? written.replace(/^0/, "") : written;
}

export function verdictText({ before, after, test }: ComparedFunction): string {
  if (before === null || after === null) return m.report_compare_verdict_no_result();
  if (!test) return m.report_compare_verdict_withheld();
  switch (test.verdict) {
    case "up":
      return m.report_compare_verdict_up();
    case "down":
      return m.report_compare_verdict_down();
    case "noise":
      return m.report_compare_verdict_noise();
    case "too-small":
      return m.report_compare_verdict_too_small();
    case "none":
      return m.report_compare_verdict_none();
  }
}

/** Which test: the same people, different ones, or partly the same. */
export function testText({ test }: ComparedFunction): string {
  if (!test || test.test === "none") return "";
  const { n, nBefore, nAfter } = test;
  const how =
    test.test === "unpaired"
      ? m.report_compare_how_unpaired({ n })
      : n === nBefore && n === nAfter
        ? m.report_compare_how_paired({ n })
        : m.compare_how_overlapping({ n, before: nBefore, after: nAfter });
  return test.exact === false ? `${how}; ${m.report_compare_how_random()}` : how;
}

/** How many functions were told from noise, and what no outcome of these panels could have told. */
export function verdictSummary({ functions, significance }: Compared): string[] {
  const tests = functions.flatMap(({ test }) => (test && test.test !== "none" ? [test] : []));
  const count = (verdict: string) => tests.filter((test) => test.verdict === verdict).length;
  if (tests.length === 0) return [];
  const reachable = tests.flatMap(({ verdict, smallestReachableP }) =>
    verdict === "too-small" && smallestReachableP !== null ? [smallestReachableP] : [],
  );
  return [
    m.compare_verdicts({
      ...{ up: count("up"), down: count("down"), noise: count("noise"), small: count("too-small") },
    }),
    ...(reachable.length === 0
      ? []
      : [
          tests.length === 1
            ? m.compare_reachable_one({ p: probability(Math.min(...reachable)), limit: limit(significance) })
            : m.compare_reachable({
                ...{ p: probability(Math.min(...reachable)), limit: limit(significance) },
                tested: tests.length,
              }),
        ]),
  ];
}

/** The limit in as many decimals as it has. */
function limit(significance: number): string {
  const written = formatFixed(significance, 2);
  return getLocale() === "en" ? written.replace(/^0/, "") : written;
}
