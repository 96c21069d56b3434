import { randomUUID } from "node:crypto";
import { insertAssessment } from "#db/assessments";
import { transact } from "#db/client";
import { insertCompany } from "#db/companies";
import { insertJudgments } from "#db/judgments";
import { insertMember } from "#db/panel";
import { FIRST_ROUND } from "#db/rounds";
import { PERSPECTIVES } from "#db/schema";
import type { Rubric } from "#rubric/schema";
import { type Random, seededRandom } from "#rubric/scoring/random";
import type { LoadedRubric } from "~/rubric-library.server";
import { audit, type ScopedContext } from "./context";
import { publish } from "./publish";
import { keepRubric } from "./rubrics";

export type LargeSize = {
  companies: number;
  /** Published assessments of each company, half a year apart. */
  waves: number;
  /** People on each panel. */
  panel: number;
};

const INDUSTRIES = ["trade", "finance", "hospitality", "manufacturing", "transport", "information", "health"];
const SIZES = ["micro", "small", "medium", "large"] as const;
const FIRST = [
  "Sinar",
  "Bumi",
  "Karya",
  "Tirta",
  "Surya",
  "Nusa",
  "Citra",
  "Mitra",
  "Graha",
  "Wahana",
  "Duta",
];
const SECOND = ["Abadi", "Makmur", "Sentosa", "Lestari", "Jaya", "Perkasa", "Mandiri", "Utama", "Sejahtera"];
const HALF_YEAR = 182 * 24 * 60 * 60 * 1000;

/**
 * Fills the workspace with made-up companies whose published assessments drift from half-year to half-year, for
 * trying how the app behaves with many. The same size gives the same levels. `progress` is told after each company.
 */
export function seedLarge(
  context: ScopedContext,
  size: LargeSize,
  progress: (done: number, total: number) => void = () => {},
): void {
  const [loaded] = context.rubrics.latest();
  if (!loaded) throw new Error("There is no rubric");
  keepRubric(context, loaded);
  const random = seededRandom(size.companies);
  for (let index = 0; index < size.companies; index++) {
    // One transaction a company: all of them in one would hold the write lock for minutes.
    transact(context.db, () => seedCompany(context, loaded, { random, index, size }));
    progress(index + 1, size.companies);
  }
  const { workspaceId } = context.scope;
  audit(context, workspaceId, "large.seed", { kind: "workspace", id: workspaceId }, { ...size });
}

type Place = { random: Random; index: number; size: LargeSize };

function seedCompany(context: ScopedContext, loaded: LoadedRubric, { random, index, size }: Place): void {
  const companyId = randomUUID();
  insertCompany(context.db, {
    id: companyId,
    workspaceId: context.scope.workspaceId,
    name: `PT ${pick(random, FIRST)} ${pick(random, SECOND)} ${String(index + 1).padStart(4, "0")}`,
    industry: pick(random, INDUSTRIES),
    country: "ID",
    size: pick(random, SIZES),
    offering: "services",
    createdAt: context.now,
  });
  const top = loaded.rubric.levels.length;
  const stands = loaded.rubric.functions.map(() => 1 + random.uniform() * (top - 2));
  for (let wave = 0; wave < size.waves; wave++) {
    const at = new Date(context.now.getTime() - (size.waves - wave) * HALF_YEAR);
    const assessmentId = seedWave(context, companyId, loaded, at);
    seedPanel(context, assessmentId, loaded.rubric, { random, stands, panel: size.panel, at });
    publish({ ...context, now: at }, assessmentId);
    stands.forEach((stand, place) => {
      stands[place] = Math.min(top, Math.max(1, stand + random.uniform() * 0.6 - 0.15));
    });
  }
}

function seedWave(
  context: ScopedContext,
  companyId: string,
  { rubric, hash }: LoadedRubric,
  at: Date,
): string {
  const id = randomUUID();
  const asOf = at.toISOString().slice(0, 10);
  insertAssessment(context.db, {
    ...{ id, companyId, asOf, title: `${rubric.name.id} ${asOf.slice(0, 7)}` },
    workspaceId: context.scope.workspaceId,
    ...{ rubricKey: rubric.key, rubricVersion: rubric.version, rubricHash: hash },
    ...{ language: "id", quorum: 3, state: "closed" },
    options: {
      ...{ leftOut: [], weights: {}, targets: {}, minimumGroup: 3 },
      ...{ showPrevious: false, mayReopen: true, consensusGoal: "strong" },
    },
    ...{ createdAt: at, openedAt: at, closedAt: at },
  });
  return id;
}

type Scene = { random: Random; stands: number[]; panel: number; at: Date };

function seedPanel(
  context: ScopedContext,
  assessmentId: string,
  { functions, levels }: Rubric,
  { random, stands, panel, at }: Scene,
): void {
  for (let seat = 0; seat < panel; seat++) {
    const memberId = randomUUID();
    insertMember(context.db, {
      ...{ id: memberId, assessmentId, position: seat + 1, createdAt: at },
      ...{ name: `Penilai ${seat + 1}`, email: `penilai${seat + 1}@example.com` },
      perspective: PERSPECTIVES[seat % (PERSPECTIVES.length - 1)] ?? "expert",
    });
    const rows = functions.map(({ key }, place) => {
      const seen = Math.round((stands[place] ?? 1) + random.uniform() * 1.6 - 0.8);
      const level = Math.min(levels.length, Math.max(1, seen));
      return {
        ...{ memberId, functionKey: key, round: FIRST_ROUND, version: 1, level, confidence: 2 },
        ...{ source: "sample" as const, createdAt: at },
      };
    });
    insertJudgments(context.db, rows);
  }
}

function pick<T>(random: Random, from: readonly [T, ...T[]] | readonly T[]): T {
  const picked = from[Math.floor(random.uniform() * from.length)];
  if (picked === undefined) throw new Error("nothing to pick from");
  return picked;
}
