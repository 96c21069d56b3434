import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { insertWorkspace } from "#db/accounts";
import { type Db, openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { freshen, openReplica } from "#db/replica/open";
import { loadRubrics } from "~/rubric-library.server";
import type { ScopedContext } from "~/use-cases/context";
import { readDesk } from "~/use-cases/desk";
import { saveJudgment } from "~/use-cases/judging";
import { MIGRATIONS } from "../support/database";
import { anOpenAssessment, MAIN_RUBRIC } from "../support/factories";
import { startLibsqlServer } from "../support/libsql-server";
import { inRepository } from "../support/root";

/**
 * What several machines cost: the same work on a file of this machine and on a replica of a libSQL server on the same
 * machine, one after the other in one run. `npm run bench:replica` prints a table for docs/scaling.md. A server
 * elsewhere adds its distance to each round trip.
 */

/** By turns, so that other work on the machine falls on both. */
const TURNS = 5;
const MILLISECONDS = 700;

type Work = (turn: number) => void;

/** How often `work` is done in a second, over a while. */
function rate(work: Work, from: number): number {
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < MILLISECONDS) work(from + done++);
  return done / ((performance.now() - started) / 1000);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function prepare(db: Db): Record<string, Work> {
  migrate(db, MIGRATIONS);
  insertWorkspace(db, { id: "w", name: "Selaras", createdAt: new Date() });
  const rubrics = loadRubrics([inRepository("rubric/models")]);
  const context = (): ScopedContext => ({
    ...{ db, rubrics, now: new Date(), actor: { kind: "system", name: "bench" }, address: null },
    settings: {
      ...{ secret: "bench", baseUrl: "http://selaras.test", mailServer: false },
      evidence: { folder: tmpdir(), quota: 0 },
    },
    scope: { workspaceId: "w", companyIds: null },
  });
  const { assessmentId, members, rubric } = anOpenAssessment({ context }, { rubricKey: MAIN_RUBRIC });
  const actor = { kind: "assessor", memberId: members[0] ?? "", assessmentId } as const;
  const seat = () => ({ ...context(), actor });
  const keys = rubric.functions.map(({ key }) => key);
  const insert = () =>
    db.$client
      .prepare("insert into heartbeat (id, at) values (1, 1) on conflict do update set at = at + 1")
      .run();
  const answer = {
    cannotJudge: null,
    confidence: 2,
    rationale: "Terlihat di toko dan di aplikasi.",
    indicators: {},
  };
  return {
    // First, while both hold equally much.
    "what the questionnaire reads": () => readDesk(seat()),
    "one row": insert,
    "save of a judgment": (turn) =>
      saveJudgment(seat(), keys[turn % keys.length] ?? "", { ...answer, level: 1 + (turn % 5) }),
  };
}

const folder = mkdtempSync(join(tmpdir(), "selaras-bench-"));
const primary = await startLibsqlServer();
try {
  const file = openDatabase(join(folder, "selaras.db"));
  mkdirSync(join(folder, "machine"));
  const worker = pathToFileURL(inRepository("db/replica/worker.mjs"));
  const replica = openReplica({ folder: join(folder, "machine"), url: primary.url, worker });
  const local = prepare(file);
  const remote = prepare(replica);
  const started = performance.now();
  const LOOKS = 500;
  for (let look = 0; look < LOOKS; look++) await freshen(replica);
  const freshening = (performance.now() - started) / LOOKS;
  console.log("| Per second, one process | file | replica | ratio |\n|---|---:|---:|---:|");
  for (const [name, here] of Object.entries(local)) {
    const there = remote[name] ?? (() => {});
    const rates: [number, number][] = Array.from({ length: TURNS }, (_, turn) => [
      rate(here, turn * 100_000),
      rate(there, turn * 100_000),
    ]);
    const [own, far] = [median(rates.map(([one]) => one)), median(rates.map(([, two]) => two))];
    const ratio = median(rates.map(([one, two]) => two / one));
    console.log(`| ${name} | ${own.toFixed(0)} | ${far.toFixed(0)} | ${ratio.toFixed(2)} |`);
  }
  for (const db of [file, replica]) db.$client.close();
  console.log(`\nAsking the primary for news, before each request: ${freshening.toFixed(2)} ms`);
} finally {
  await primary.stop();
  rmSync(folder, { recursive: true, force: true });
}
