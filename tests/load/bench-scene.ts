import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { insertSession } from "#db/accounts";
import { transact } from "#db/client";
import { insertJudgments } from "#db/judgments";
import { insertInvitation, insertMember } from "#db/panel";
import { readEnv } from "~/env.server";
import { actingContext, type RequestArgs, type Services } from "~/http/context";
import { assessorCookie } from "~/http/cookies";
import { createServices } from "~/http/services";
import { hashToken, newToken } from "~/tokens.server";
import { changeState, readAssessments } from "~/use-cases/assessments";
import type { ScopedContext } from "~/use-cases/context";
import { seedLarge } from "~/use-cases/seed-large";
import { openWorkspace } from "~/use-cases/workspace";
import { aCompany, anAssessment, aPanel, aRubric, MAIN_RUBRIC } from "../support/factories";
import { people } from "../support/people";

/** `fresh` assessors open the questionnaire and save nothing, `assessors` save. */
export type SceneSize = { companies: number; assessors: number; fresh: number; accounts: number };

/** A data directory with everything the pages need, and who asks for them. */
export type Scene = {
  dataDir: string;
  secret: string;
  /** What a request for each page is: where to, and the cookies that may take turns. */
  pages: Record<BenchPage, Asked>;
  /** The seats whose judgments are saved, and the functions they judge. */
  save: Asked & { functions: string[] };
};

/** Those with a comma are the same page where nothing of it was drawn before. */
export type BenchPage =
  | "sign-in"
  | "questionnaire"
  | "questionnaire, answered"
  | "report"
  | "report, one of many"
  | "portfolio"
  | "export";

/** Requests that take turns: each with its cookie and, where there is more than one, its path. */
export type Asked = { path: string; cookies: string[]; paths?: string[] };

/** People on one panel; a large one, so that few assessments hold many seats. */
const PANEL = 100;
const DAY = 24 * 60 * 60 * 1000;
const BASE_URL = "http://127.0.0.1";

/** Fills an empty data directory: the sample, companies with published assessments, seats in open ones, accounts. */
export async function makeScene(dataDir: string, size: SceneSize): Promise<Scene> {
  const secret = randomBytes(32).toString("hex");
  mkdirSync(dataDir, { recursive: true });
  const services = createServices(
    readEnv({ DATA_DIR: dataDir, SESSION_SECRET: secret, BASE_URL, LOG_LEVEL: "silent" }),
  );
  // Nothing of this must survive a power cut; the servers open the file with their own settings.
  services.db.$client.pragma("synchronous = OFF");
  const system = actingContext(services, { kind: "system", name: "bench" }, null);
  const { workspaceId } = openWorkspace(system, services.root);
  const context = (): ScopedContext => ({ ...system, scope: { workspaceId, companyIds: null } });
  const published = readAssessments(context()).find(({ state }) => state === "published");
  if (!published) throw new Error("The sample has changed");
  seedLarge(context(), { companies: size.companies, waves: 4, panel: 7 });

  const staff = people(services, context);
  const accounts = await Promise.all(
    Array.from({ length: size.accounts }, async () =>
      (await staff.signIn("viewer", published.companyId)).jar.header(),
    ),
  );
  const consultant = (await staff.signIn("consultant")).jar.header();
  const functions = aRubric({ context }, MAIN_RUBRIC).functions.map(({ key }) => key);
  const fresh = await seatAssessors(services, context, { count: size.fresh });
  const answered = functions[0] ?? "";
  const seats = await seatAssessors(services, context, { count: size.assessors, answered });
  const reports = readAssessments(context()).filter(({ state }) => state === "published");
  services.db.$client.close();
  const questionnaire = `/assess/functions/${answered}`;
  return {
    dataDir,
    secret,
    pages: {
      "sign-in": { path: "/sign-in", cookies: [""] },
      questionnaire: { path: questionnaire, cookies: fresh },
      "questionnaire, answered": { path: questionnaire, cookies: seats },
      report: { path: `/assessments/${published.id}/report`, cookies: accounts },
      "report, one of many": {
        path: `/assessments/${published.id}/report`,
        paths: reports.map(({ id }) => `/assessments/${id}/report`),
        cookies: [consultant],
      },
      portfolio: { path: "/companies", cookies: [consultant] },
      // An account may take so many files along in ten minutes, so that they take turns.
      export: { path: `/assessments/${published.id}/export.json`, cookies: accounts },
    },
    save: { path: "/assess/functions", cookies: seats, functions },
  };
}

/**
 * Open assessments of companies of their own with so many people on their panels, each at a browser of their own; who
 * has judged the function `answered` has said why in words of their own. Returns the cookies.
 */
async function seatAssessors(
  services: Services,
  context: () => ScopedContext,
  { count, answered }: { count: number; answered?: string },
): Promise<string[]> {
  const tokens: string[] = [];
  while (tokens.length < count) {
    const number = tokens.length / PANEL + 1;
    const companyId = aCompany({ context }, { name: `PT ${answered ? "Lanjut" : "Awal"} ${number}` });
    const given = { rubricKey: MAIN_RUBRIC, title: `Penilaian ${number}` };
    const assessmentId = anAssessment({ context }, companyId, given);
    aPanel({ context }, assessmentId);
    changeState(context(), assessmentId, "open");
    transact(services.db, () => {
      for (let seat = 0; seat < PANEL; seat++)
        tokens.push(seatOne(services, { assessmentId, seat, answered }));
    });
  }
  const args = { context: { services } } as RequestArgs;
  const lines = await Promise.all(
    tokens.slice(0, count).map((token) => assessorCookie(args).serialize(token)),
  );
  return lines.map((line) => line.split(";")[0] ?? "");
}

type Seat = { assessmentId: string; seat: number; answered?: string };

/** A member with an opened invitation and a session on it; the session's token. */
function seatOne({ db }: Services, { assessmentId, seat, answered }: Seat): string {
  const [memberId, invitationId] = [randomUUID(), randomUUID()];
  const [now, expiresAt] = [new Date(), new Date(Date.now() + 30 * DAY)];
  insertMember(db, {
    ...{ id: memberId, assessmentId, name: `Penilai ${seat}`, email: `penilai${seat}@example.com` },
    ...{ perspective: "expert", weight: 1, position: 100 + seat, createdAt: now },
  });
  const link = { id: invitationId, memberId, tokenHash: hashToken(newToken()) };
  insertInvitation(db, { ...link, createdAt: now, openedAt: now, expiresAt });
  if (answered) {
    const rationale = `Terlihat di gerai dan di aplikasi, catatan ${memberId}.`;
    const said = { level: 1 + (seat % 5), confidence: 2, rationale, indicators: {}, idempotencyKey: null };
    insertJudgments(db, [
      { ...said, memberId, functionKey: answered, round: 1, version: 1, source: "assessor", createdAt: now },
    ]);
  }
  const token = newToken();
  insertSession(db, {
    ...{ id: randomUUID(), tokenHash: hashToken(token), invitationId },
    ...{ createdAt: now, lastSeenAt: now, expiresAt },
  });
  return token;
}

/** The store's file of a data directory. */
export const storeOf = (dataDir: string) => join(dataDir, "selaras.db");
