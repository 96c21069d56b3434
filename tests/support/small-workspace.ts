import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertMembership, insertUser, insertWorkspace, type Role } from "#db/accounts";
import { listCompanyAssessments } from "#db/assessments";
import { type Db, openDatabase } from "#db/client";
import { listCompanies } from "#db/companies";
import { insertMail, type Mail } from "#db/mail";
import { migrate } from "#db/migrate";
import { loadRubrics } from "~/rubric-library.server";
import { seedSample } from "~/use-cases/seed-sample";

/** A store in memory with two workspaces, "w" and "w2", and what tests of accounts and personal data put into it. */

export const NOW = new Date("2026-07-01T00:00:00Z");
const rubrics = loadRubrics(["rubric/models"]);

export function twoWorkspaces(): Db {
  const db = openDatabase(":memory:");
  migrate(db, "db/migrations");
  for (const id of ["w", "w2"]) insertWorkspace(db, { id, name: id, createdAt: NOW });
  return db;
}

/** The context of a user who works in a workspace as a whole. */
export function workingContext(db: Db, userId = "owner", workspaceId = "w", now = NOW) {
  const actor = { kind: "user" as const, userId, name: userId, email: "", memberships: [] };
  const evidence = { folder: join(tmpdir(), `selaras-test-${randomUUID()}`), quota: 1024 ** 2 };
  const key = "0123456789abcdef".repeat(2);
  const settings = { secret: key, baseUrl: "http://localhost", mailServer: true, evidence };
  return { db, now, rubrics, actor, address: null, settings, scope: { workspaceId, companyIds: null } };
}

/** An account <id>@example.com with its roles, each over a whole workspace. */
export function account(db: Db, id: string, roles: [workspaceId: string, role: Role][], hash?: string): void {
  const row = { id, email: `${id}@example.com`, name: `Nama ${id}`, passwordHash: hash ?? null };
  insertUser(db, { ...row, createdAt: NOW });
  for (const [workspaceId, role] of roles) {
    const membership = { id: `${id}-${workspaceId}`, userId: id, workspaceId, role, companyId: null };
    insertMembership(db, { ...membership, createdAt: NOW });
  }
}

/** A message in the outbox of "w", about an object written as kind/id. */
export function message(
  db: Db,
  id: string,
  given: Pick<Mail, "state" | "recipient"> & { about: string },
): void {
  const { state, recipient, about } = given;
  const [objectKind = "", objectId = ""] = about.split("/");
  insertMail(db, {
    ...{ id, workspaceId: "w", kind: "test", locale: "id", subject: "Halo", body: "rahasia", lastError: "x" },
    ...{ recipient, state, objectKind, objectId, dueAt: NOW, createdAt: NOW },
  });
}

/** The sample in "w", whose owner must be there; returns its older assessment, which is published, and the newer. */
export function sampleAssessments(db: Db): [published: string, closed: string] {
  const context = workingContext(db);
  seedSample(context, process.cwd());
  const company = listCompanies(db, context.scope)[0]?.id ?? "";
  const [published, closed] = listCompanyAssessments(db, context.scope, company);
  if (!published || !closed) throw new Error("The sample has changed");
  return [published.id, closed.id];
}
