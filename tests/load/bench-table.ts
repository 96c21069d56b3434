import { availableParallelism, cpus, loadavg } from "node:os";
import type { Counted } from "./bench-client";
import type { Scene } from "./bench-scene";

export type PageName = keyof Scene["pages"];
/** One turn: a page (or the saves), what served it, and what was counted. */
export type Sample = Counted & { page: PageName | "save"; on: "floor" | "bare" | "one" | "all" };

export type Measured = {
  samples: Sample[];
  steady: Counted & { lost: number };
  /** Megabytes of each worker. */
  memory: number[];
  pages: Record<string, { queries: number; writes: number; bytes: number }>;
  scene: Scene;
  rate: number;
  seconds: number;
  connections: number;
};

/** What the targets say. */
const TARGET = { page: 0.6, save: 0.5, scaling: 0.75, memory: 200, p99: 300 };
const MEASURED_PAGES: PageName[] = [
  "sign-in",
  "questionnaire",
  "questionnaire, answered",
  "report",
  "report, one of many",
  "portfolio",
  "export",
];
const AT_FLOOR: PageName[] = ["questionnaire", "report"];
/** One core is the load generator's. */
const CORES_LEFT = Math.max(1, availableParallelism() - 1);

/** A rate that nobody waited for, as a sample. */
export function inserted(perSecond: number): Counted {
  return { perSecond, p50: 1000 / perSecond, p99: Number.NaN, ok: 0, failed: 0, bytes: 0, kept: [] };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

type Line = { perSecond: number; p50: number; p99: number; failed: number };

function lineOf({ samples }: Measured, page: Sample["page"], on: Sample["on"]): Line {
  const own = samples.filter((sample) => sample.page === page && sample.on === on);
  const of = (key: "perSecond" | "p50" | "p99") => median(own.map((sample) => sample[key]));
  return {
    perSecond: of("perSecond"),
    p50: of("p50"),
    p99: of("p99"),
    failed: own.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** The median of the ratios of each round: both sides of one were measured within seconds. */
function ratio(
  { samples }: Measured,
  page: Sample["page"],
  above: Sample["on"],
  below: Sample["on"],
): number {
  const rates = (on: Sample["on"]) =>
    samples.filter((sample) => sample.page === page && sample.on === on).map(({ perSecond }) => perSecond);
  const base = rates(below);
  return median(rates(above).map((rate, round) => rate / (base[round] ?? Number.NaN)));
}

const whole = (value: number) => (Number.isFinite(value) ? Math.round(value).toLocaleString("en") : "–");
const two = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : "–");
const met = (is: boolean) => (is ? "met" : "**not met**");
const row = (cells: (string | number)[]) => `| ${cells.join(" | ")} |`;

/** Writes the whole result as Markdown. */
export function printTable(measured: Measured): void {
  const { memory, steady, rate, seconds, connections } = measured;
  const [cpu] = cpus();
  const lines = [
    `${availableParallelism()} cores (${cpu?.model ?? "unknown"}), Node ${process.version.slice(1)}, load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(
        ", ",
      )}; ${connections} connections, medians of ${measured.samples.filter(({ page, on }) => page === "save" && on === "one").length} rounds.`,
    "",
    row([
      "",
      "one worker: per s",
      "p50 ms",
      "p99 ms",
      "all workers: per s",
      "p50 ms",
      "p99 ms",
      "failed",
      "kB",
      "reads",
      "writes",
    ]),
    row(["---", ...new Array(10).fill("---:")]),
    ...[...MEASURED_PAGES, "save" as const].map((page) => pageRow(measured, page)),
    "",
    row([
      "",
      "empty Remix route per s",
      "against it",
      "bare per s",
      "against it",
      "all against one × cores left",
    ]),
    row(["---", ...new Array(5).fill("---:")]),
    ...[...MEASURED_PAGES, "save" as const].map((page) => ratioRow(measured, page)),
    "",
    row(["target", "reached", ""]),
    row(["---", "---:", "---"]),
    ...targetRows(measured),
    "",
    `${whole(rate * seconds)} saves at ${rate} per second for ${seconds} s: ${whole(steady.ok)} acknowledged, ${steady.failed} not, p50 ${whole(steady.p50)} ms, p99 ${whole(steady.p99)} ms, ${steady.lost} lost.`,
    `Memory of each worker afterwards: ${memory.map((megabytes) => `${megabytes} MB`).join(", ") || "not known here"}.`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function pageRow(measured: Measured, page: Sample["page"]): string {
  const [one, all] = [lineOf(measured, page, "one"), lineOf(measured, page, "all")];
  const known = page === "save" ? undefined : measured.pages[measured.scene.pages[page].path];
  return row([
    page,
    ...[one, all].flatMap(({ perSecond, p50, p99 }) => [whole(perSecond), whole(p50), whole(p99)]),
    one.failed + all.failed,
    ...(known ? [whole(known.bytes / 1024), known.queries, known.writes] : ["–", "–", "–"]),
  ]);
}

function ratioRow(measured: Measured, page: Sample["page"]): string {
  const floor = page === "save" ? saveFloor(measured) : ratio(measured, page, "one", "floor");
  return row([
    page,
    whole(page === "save" ? floorRate(measured) : lineOf(measured, page, "floor").perSecond),
    two(floor),
    whole(lineOf(measured, page, "bare").perSecond),
    two(ratio(measured, page, "one", "bare")),
    two(ratio(measured, page, "all", "one") / CORES_LEFT),
  ]);
}

const floorRate = ({ samples }: Measured) =>
  median(samples.filter(({ on }) => on === "floor").map(({ perSecond }) => perSecond));

const saveFloor = (measured: Measured) => lineOf(measured, "save", "one").perSecond / floorRate(measured);

function targetRows(measured: Measured): string[] {
  const { memory, steady } = measured;
  const largest = Math.max(0, ...memory);
  return [
    ...AT_FLOOR.map((page) => {
      const reached = ratio(measured, page, "one", "floor");
      return row([
        `${page} at least ${TARGET.page} of the empty Remix route`,
        two(reached),
        met(reached >= TARGET.page),
      ]);
    }),
    row([
      `save at least ${TARGET.save} of the empty Remix route`,
      two(saveFloor(measured)),
      met(saveFloor(measured) >= TARGET.save),
    ]),
    ...MEASURED_PAGES.map((page) => {
      const reached = ratio(measured, page, "all", "one") / CORES_LEFT;
      const what = `${page}: all workers at least ${TARGET.scaling} × one × ${CORES_LEFT} cores left`;
      return row([what, two(reached), met(reached >= TARGET.scaling)]);
    }),
    row([`a worker under ${TARGET.memory} MB`, `${largest} MB`, met(largest > 0 && largest < TARGET.memory)]),
    row([
      `${measured.rate} saves per second, p99 under ${TARGET.p99} ms, none lost`,
      `${whole(steady.p99)} ms, ${steady.lost} lost, ${steady.failed} refused`,
      met(steady.p99 < TARGET.p99 && steady.lost === 0 && steady.failed === 0),
    ]),
  ];
}
