import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { backupName } from "~/backup/backup-folder";
import { m } from "~/i18n/messages";
import { createTestApp } from "../support/app";

const HOUR = 60 * 60 * 1000;

/** An owner, and the folder of the schedule's backups. */
async function anOwner() {
  const app = await createTestApp();
  const owner = await app.signIn("owner");
  const { env, clock } = app.services;
  onTestFinished(() => rmSync(env.DATA_DIR, { recursive: true, force: true }));
  const backUp = () => {
    mkdirSync(env.BACKUP_DIR, { recursive: true });
    writeFileSync(join(env.BACKUP_DIR, backupName(clock())), Buffer.alloc(3 * 1024 ** 2));
  };
  const page = async () => (await app.get("/workspace", { as: owner })).body;
  return { app, backUp, page };
}

it("shows the owner when the installation was backed up last", async () => {
  const { backUp, page } = await anOwner();
  expect(await page()).toContain(m.operation_none({}, { locale: "id" }));
  backUp();
  const body = await page();
  expect(body).toContain("30 Juni 2026, 10.00");
  expect(body).toContain("3 MB");
  expect(body).not.toContain(m.operation_overdue({}, { locale: "id" }));
});

it("says that the last backup is too old", async () => {
  const { app, backUp, page } = await anOwner();
  backUp();
  app.advance(49 * HOUR);
  expect(await page()).toContain(m.operation_overdue({}, { locale: "id" }));
});
