import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it, onTestFinished } from "vitest";
import { updateUser } from "#db/accounts";
import { examine } from "~/backup/doctor";
import { readBackup } from "~/backup/read-backup";
import { writeBackup } from "~/backup/write-backup";
import { readEnv } from "~/env.server";
import { addPerson, hashPassword } from "~/use-cases/accounts";
import { addFile } from "~/use-cases/company-files";
import { pdf } from "../support/data-directory";
import { MIGRATIONS } from "../support/database";
import { lookInside } from "../support/inside";
import { startServer } from "../support/server";
import { temporaryFolder } from "../support/temporary-folder";
import { Savers, seeded } from "./savers";
import { seatsIn } from "./seats";
import { faultsIn } from "./verify-store";

const PASSWORD = "empat-kuda-menyeberang";
const EMAIL = "konsultan@example.com";

/** A server with a consultant who has a password, files of a company, and assessors. */
async function aServerInUse() {
  const server = await startServer({ LOG_LEVEL: "error" });
  onTestFinished(async () => void (await server.stop()));
  const inside = lookInside(server);
  onTestFinished(() => inside.close());
  const { workspaceId } = inside.context().scope;
  const person = {
    workspaceId,
    companyId: null,
    name: "Konsultan",
    email: EMAIL,
    role: "consultant",
  } as const;
  const userId = addPerson(inside.context(), person);
  updateUser(inside.db, userId, { passwordHash: await hashPassword(PASSWORD) });
  const given = await seatsIn(inside);
  for (const name of ["satu.pdf", "dua.pdf", "tiga.pdf"])
    await addFile(inside.context(), given.companyId, { name, bytes: pdf(name) });
  return { server, inside, ...given };
}

const signIn = (url: string) =>
  fetch(`${url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: url },
    body: new URLSearchParams({ email: EMAIL, password: PASSWORD }),
  });

const hashOf = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

it("a backup made while judgments are saved brings everything back, and people sign in as before", async () => {
  const { server, seats, rubric } = await aServerInUse();
  const savers = new Savers(server, seats, rubric, seeded(inject("seed")));
  await savers.hear(30);
  const before = [...savers.acknowledged];
  const target = join(temporaryFolder(), "drill.tar.gz");
  const basics = { now: new Date(), version: "1.2.3", migrationsFolder: MIGRATIONS };
  const manifest = await writeBackup({ ...basics, dataDir: server.dataDir, target, givenSecret: undefined });
  await savers.hear(10);
  await savers.stop();

  const dataDir = join(temporaryFolder(), "restored");
  await readBackup({ source: target, dataDir, migrationsFolder: MIGRATIONS });
  expect(faultsIn(dataDir, before)).toEqual([]);
  expect(manifest.files.filter(({ path }) => path.startsWith("evidence/"))).toHaveLength(3);
  for (const { path, sha256 } of manifest.files)
    expect([path, hashOf(join(dataDir, path))]).toEqual([path, sha256]);
  const env = readEnv({ DATA_DIR: dataDir });
  const findings = await examine({ env, now: new Date(), hashes: true, migrationsFolder: MIGRATIONS });
  expect(findings.filter(({ state }) => state === "wrong")).toEqual([]);

  const again = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: "error" });
  onTestFinished(async () => void (await again.stop()));
  const signedIn = await signIn(again.url);
  expect(signedIn.status).toBe(302);
  expect((await signIn(server.url)).headers.get("Location")).toBe(signedIn.headers.get("Location"));
  // An assessor's device knows its seat by a cookie that the restored keys still open.
  const [seat] = seats;
  const page = await fetch(`${again.url}/assess`, { headers: { Cookie: seat?.jar.header() ?? "" } });
  expect([page.status, page.redirected]).toEqual([200, false]);
}, 120_000);
