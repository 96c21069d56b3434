import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { insertWorkspace } from "#db/accounts";
import type { Db } from "#db/client";
import { readEnv } from "~/env.server";
import { actingContext, type Services } from "~/http/context";
import { EventStreams } from "~/http/event-stream";
import { Metrics } from "~/http/metrics";
import { findRoot } from "~/http/services";
import { withLocale } from "~/i18n/locale.server";
import { loadRubrics } from "~/rubric-library.server";
import { type AssessmentInput, changeState, createAssessment } from "~/use-cases/assessments";
import { createCompany } from "~/use-cases/companies";
import type { ScopedContext } from "~/use-cases/context";
import { ImportProblems, importJudgments } from "~/use-cases/import-judgments";
import { addMember, type MemberInput } from "~/use-cases/panel";
import { testDatabase } from "../../tests/support/database";
import type { Listing } from "./list";
import { run } from "./run";
import { storeOf } from "./store";

/** For the tests of import, export and the command line: a store in memory, and the commands run on it in process. */

export const NOW = new Date("2026-07-01T02:00:00Z");
export const SMALL_RUBRIC = "service-desk";
export const WORKSPACE = "workspace-of-tests";

/** A file of judgments with these lines. */
export const csv = (...lines: string[]) =>
  ["assessor,perspective,function,level,confidence,rationale", ...lines].join("\n");

/** What is wrong in a file, as "line column: found"; where nothing is, it is imported. */
export function problemsOf(context: ScopedContext, id: string, text: string): string[] {
  try {
    withLocale("en", () => importJudgments(context, id, text));
  } catch (error) {
    if (!(error instanceof ImportProblems)) throw error;
    return error.problems.map(({ line, column, found }) => `${line} ${column ?? "-"}: ${found}`);
  }
  return [];
}

const ROOT = findRoot();
const RUBRICS = loadRubrics([`${ROOT}/rubric/models`, `${ROOT}/tests/fixtures/rubrics`]);

/** Services on a store in memory, with or without a workspace in it. */
export function testServices({ workspace = true } = {}): Services {
  const db = testDatabase();
  const secret = randomBytes(32).toString("hex");
  if (workspace) insertWorkspace(db, { id: WORKSPACE, name: "Selaras", createdAt: NOW });
  return {
    ...{ db, secret, root: ROOT },
    clock: () => NOW,
    rubrics: RUBRICS,
    env: readEnv({ BASE_URL: "https://selaras.test", SESSION_SECRET: secret, LOG_LEVEL: "silent" }),
    log: pino({ level: "silent" }),
    streams: new EventStreams(),
    metrics: new Metrics(),
  };
}

export function contextOf(services: Services, workspaceId = WORKSPACE): ScopedContext {
  const context = actingContext(services, { kind: "system", name: "test" }, null);
  return { ...context, scope: { workspaceId, companyIds: null } };
}

/** A store with a workspace and nothing in it. */
export function aStore() {
  const services = testServices();
  return { services, context: contextOf(services), db: services.db };
}

/** Runs one command line on the services; `elapsed` is the clock that progress goes by. */
export async function runOn(services: Services, argv: string[], elapsed = () => 0) {
  let [out, err] = ["", ""];
  const code = await run(argv, "1.2.3", {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    openStore: () => ({ ...storeOf(services, services.env), close: () => {} }),
    settings: () => services.env,
    elapsed,
  });
  return { code, out, err };
}

/** An empty store: the first command makes the workspace with the sample. */
export function emptyStore() {
  const services = testServices({ workspace: false });
  const workspaceId = () =>
    String(rows(services.db, "select id from workspace order by created_at, rowid")[0]?.id);
  return { services, context: () => contextOf(services, workspaceId()) };
}

/** What `list --json` says, and the id of the sample's assessment in a state. */
export async function listed(services: Services) {
  const { out } = await runOn(services, ["list", "--json"]);
  const listing = JSON.parse(out) as Listing;
  const idOf = (state: string) => listing.assessments.find((one) => one.state === state)?.id ?? "";
  return { ...listing, idOf };
}

/** A company of the workspace with an assessment by the small rubric: three functions, four levels. */
export function anAssessment(
  context: ScopedContext,
  { state = "draft", panel = [], ...given }: AssessmentGiven = {},
): string {
  const company = {
    name: "PT Uji",
    industry: "other",
    country: "ID",
    size: "small",
    offering: "both",
  } as const;
  const companyId = createCompany(context, company);
  const id = createAssessment(context, companyId, {
    ...{ rubricKey: SMALL_RUBRIC, title: "Penilaian uji", asOf: "2026-06-30", deadline: null },
    ...{ quorum: 1, language: "id", leftOut: [], ...given },
  });
  for (const [index, member] of panel.entries()) {
    const person = {
      name: `Anggota ${index}`,
      email: `anggota${index}@example.com`,
      perspective: "expert",
    } as const;
    addMember(context, id, { ...person, weight: 1, ...member });
  }
  if (state === "open") changeState(context, id, "open");
  return id;
}

type AssessmentGiven = Partial<AssessmentInput> & {
  state?: "draft" | "open";
  panel?: Partial<MemberInput>[];
};

/** Somebody with a perspective and a level for each function; null is "cannot judge". */
export type Judge = [name: string, perspective: string, ...levels: (number | null)[]];

const SMALL_FUNCTIONS = ["intake", "resolution", "learning"];

/** An assessment by the small rubric with these people and what they judge, imported. */
export function judged(context: ScopedContext, people: Judge[]) {
  const id = anAssessment(context, { quorum: 3 });
  const lines = people.flatMap(([name, perspective, ...levels]) =>
    levels.map(
      (level, index) => `${name},${perspective},${SMALL_FUNCTIONS[index]},${level ?? ""},${level ? 2 : ""},`,
    ),
  );
  importJudgments(context, id, csv(...lines));
  return id;
}

/** Three insiders, an expert and three customers of the small rubric. */
export const PANEL: Judge[] = [
  ["Ayu Lestari", "insider", 2, 3, 1],
  ["Budi Santoso", "insider", 3, 3, 2],
  ["Citra Dewi", "insider", 2, 4, null],
  ["Dodi Pranata", "expert", 3, 2, 1],
  ["Eka Putri", "customer", 4, 3, null],
  ["Fani Rahma", "customer", 3, 3, null],
  ["Gita Sari", "customer", 1, 3, 2],
];

/** All rows a query gives, for looking at what is stored. */
export function rows(db: Db, query: string, ...values: unknown[]) {
  return db.$client.prepare(query).all(...values) as Record<string, unknown>[];
}
