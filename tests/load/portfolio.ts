import { seedLarge } from "~/use-cases/seed-large";
import { createTestApp, type TestApp } from "../support/app";

/**
 * How long the list of companies takes in a big workspace, against the same page of an empty one in the same run:
 * `npm run bench:portfolio -- 1000 10 7` (companies, waves, panel). Prints medians and their ratio.
 */
const [companies = 1000, waves = 10, panel = 7] = process.argv.slice(2).map(Number);
const ROUNDS = 60;

const PAGES = [
  "/companies",
  "/companies?page=10",
  "/companies?sort=-level",
  "/companies?search=sinar&level=3",
];

async function main(): Promise<void> {
  const [empty, big] = [await createTestApp(), await createTestApp()];
  const started = performance.now();
  seedLarge(big.context(), { companies, waves, panel }, (done, total) => {
    if (done % 50 === 0) process.stderr.write(`\rseeding ${done} of ${total}`);
  });
  process.stderr.write(`\rseeded in ${Math.round((performance.now() - started) / 1000)} s\n`);
  const open = { empty: await opener(empty), big: await opener(big) };
  const floor: number[] = [];
  const times = new Map(PAGES.map((page) => [page, [] as number[]]));
  // In turns, so that whatever else the machine does meanwhile falls on all of them alike.
  for (let round = 0; round < ROUNDS; round++) {
    floor.push(await open.empty("/companies"));
    for (const [page, taken] of times) taken.push(await open.big(page));
  }
  const base = median(floor);
  console.log(`${companies} companies x ${waves} waves x ${panel} people, ${ROUNDS} requests each, median`);
  console.log(`empty      ${base.toFixed(1)} ms`);
  for (const [page, taken] of times) {
    const own = median(taken);
    console.log(`${(own / base).toFixed(2)} x empty ${own.toFixed(1).padStart(6)} ms  ${page}`);
  }
}

/** Asks for a page as an owner; the milliseconds until its whole body is there. */
async function opener(app: TestApp): Promise<(page: string) => Promise<number>> {
  const owner = await app.signIn("owner");
  const ask = async (page: string) => {
    const started = performance.now();
    const { status } = await app.get(page, { as: owner });
    if (status !== 200) throw new Error(`${page} answered ${status}`);
    return performance.now() - started;
  };
  // The first requests compile.
  for (let round = 0; round < 20; round++) await ask("/companies");
  return ask;
}

function median(times: number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

await main();
