/**
 * `npm run bench:scoring`: how long a score takes for small to large panels, all statistics included, beside a
 * plain loop that only sorts each function's ratings, and how the time grows with the raters.
 */
import { score } from "#rubric/scoring/score";
import type { ScoreInput } from "#rubric/scoring/types";

const FUNCTIONS = 9;
const LEVELS = 5;
const PANELS = [5, 50, 500];
const LIMIT_MS = 50;
const MISSING_EVERY = 23;
/** Each panel is timed until this much time has passed, after a warm-up of the same kind. */
const MEASURE_MS = 400;

/** A panel with some disagreement, some missing judgments, weights and confidence; the same in every run. */
function panel(raters: number): ScoreInput {
  const units = Array.from({ length: FUNCTIONS }, (_, index) => ({ key: `function ${index + 1}` }));
  const people = Array.from({ length: raters }, (_, index) => ({
    key: `rater ${index + 1}`,
    weight: 1 + (index % 3),
  }));
  const judgments = people.flatMap(({ key: rater }, r) =>
    units.map(({ key: unit }, u) => {
      const noise = ((r * 7919 + u * 104_729 + r * u) % 7) - 3;
      const level = Math.min(LEVELS, Math.max(1, 1 + (u % LEVELS) + Math.trunc(noise / 2)));
      const missing = (r * FUNCTIONS + u) % MISSING_EVERY === 0;
      return { unit, rater, level: missing ? null : level, confidence: 1 + ((r + u) % 3) };
    }),
  );
  return { levels: LEVELS, units, raters: people, judgments };
}

/** What the engine is measured against: collect each function's ratings, sort them, take the lower median. */
function plainLoop({ judgments }: ScoreInput): number[] {
  const levels = new Map<string, number[]>();
  for (const { unit, level } of judgments) {
    if (level === null) continue;
    const list = levels.get(unit);
    if (list) list.push(level);
    else levels.set(unit, [level]);
  }
  return [...levels.values()].map(
    (list) => list.sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)] ?? 0,
  );
}

/** Milliseconds per call: the median over batches, each long enough for the clock. */
function timed(call: () => unknown): { median: number; worst: number } {
  const times: number[] = [];
  for (let until = performance.now() + MEASURE_MS / 2; performance.now() < until; ) call();
  for (let until = performance.now() + MEASURE_MS; performance.now() < until; ) {
    const start = performance.now();
    call();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1] ?? 0, worst: times.at(-1) ?? 0 };
}

const first = panel(Math.max(...PANELS));
const coldStart = performance.now();
score(first);
const cold = performance.now() - coldStart;

const rows = PANELS.map((raters) => {
  const input = panel(raters);
  return { raters, score: timed(() => score(input)), loop: timed(() => plainLoop(input)) };
});

console.log(
  `${FUNCTIONS} functions x ${LEVELS} levels, all statistics, leave-one-out and jackknife included\n`,
);
console.log("raters  score ms  worst ms  sort loop ms  ratio  growth  n log n");
rows.forEach(({ raters, score: own, loop }, index) => {
  const before = rows[index - 1];
  const growth = before ? (own.median / before.score.median).toFixed(1) : "";
  const linearithmic = before
    ? ((raters * Math.log2(raters)) / (before.raters * Math.log2(before.raters))).toFixed(1)
    : "";
  console.log(
    [
      String(raters).padStart(6),
      own.median.toFixed(3).padStart(8),
      own.worst.toFixed(3).padStart(8),
      loop.median.toFixed(4).padStart(12),
      (own.median / loop.median).toFixed(1).padStart(5),
      growth.padStart(6),
      linearithmic.padStart(7),
    ].join("  "),
  );
});
const largest = rows.at(-1);
const within = largest !== undefined && largest.score.median < LIMIT_MS;
console.log(`\nfirst call of the process, ${first.raters.length} raters: ${cold.toFixed(1)} ms`);
console.log(`${within ? "within" : "OVER"} the limit of ${LIMIT_MS} ms for ${largest?.raters} raters`);
if (!within) process.exitCode = 1;
