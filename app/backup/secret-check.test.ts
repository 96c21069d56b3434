import { randomBytes } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { insertUser } from "#db/accounts";
import { insertMail, type Mail } from "#db/mail";
import { setTotpSecret } from "#db/second-factor";
import { readEnv } from "~/env.server";
import { sealer } from "~/seal.server";
import { aDataDirectory } from "../../tests/support/data-directory";
import { MIGRATIONS } from "../../tests/support/database";
import { temporaryFolder } from "../../tests/support/temporary-folder";
import { examine } from "./doctor";
import { readBackup } from "./read-backup";
import { proofOf, proves, wrongSecret } from "./secret-check";
import { writeBackup } from "./write-backup";

const now = new Date("2026-07-01T02:00:00Z");
const newSecret = () => randomBytes(32).toString("hex");

/** A data directory with what is sealed in it: people with a second factor, messages in these states. */
async function aUsedDirectory(people: number, states: Mail["state"][] = []) {
  const { dataDir, db } = await aDataDirectory();
  const secret = readFileSync(join(dataDir, "session-secret"), "utf8");
  const seal = (people: number, states: Mail["state"][], under: string) => {
    for (let number = 0; number < people; number++) {
      const id = newSecret();
      insertUser(db, { id, email: `${id}@example.com`, name: "Ani", createdAt: now });
      setTotpSecret(db, id, sealer(under, "totp").seal("JBSWY3DPEHPK3PXP"));
    }
    for (const state of states) {
      const body = state === "sent" ? "" : sealer(under, "mail").seal("{}");
      const about = { objectKind: "user", objectId: "one", subject: "Undangan", kind: "invitation" };
      const mail = { id: newSecret(), recipient: "a@example.com", dueAt: now, createdAt: now };
      insertMail(db, { ...mail, ...about, locale: "id", workspaceId: "workspace", state, body });
    }
  };
  seal(people, states, secret);
  return { dataDir, secret, seal };
}

const settings = (dataDir: string, SESSION_SECRET?: string) =>
  readEnv({ DATA_DIR: dataDir, ...(SESSION_SECRET && { SESSION_SECRET }) });

/** What the doctor says of the secret. */
async function examined(dataDir: string, given?: string) {
  const env = settings(dataDir, given);
  const findings = await examine({ env, now, hashes: false, migrationsFolder: MIGRATIONS });
  return findings.find(({ what }) => what === "secret");
}

it("proves one secret and no other, and differs each time", () => {
  const secret = newSecret();
  const proof = proofOf(secret);
  expect(proves(proof, secret)).toBe(true);
  expect(proves(proof, newSecret())).toBe(false);
  expect(proves("", secret)).toBe(false);
  expect(proofOf(secret)).not.toBe(proof);
});

describe("the doctor", () => {
  it("finds nothing wrong with the right secret, wherever it is", async () => {
    const { dataDir, secret } = await aUsedDirectory(2, ["waiting", "failed", "shown", "sent"]);
    const fine = { what: "secret", state: "fine", text: "opens all 5 sealed texts" };
    expect(await examined(dataDir)).toEqual(fine);
    rmSync(join(dataDir, "session-secret"));
    expect(await examined(dataDir, secret)).toEqual(fine);
  });

  it("says what follows from another one, the harmless and the other", async () => {
    const { dataDir } = await aUsedDirectory(2, ["waiting", "failed", "shown", "sent"]);
    const found = await examined(dataDir, newSecret());
    expect(found?.state).toBe("wrong");
    expect(found?.text).toMatch(/^SESSION_SECRET is not the secret that this store was used with: everybody/);
    expect(found?.text).toMatch(
      /; second factors .*\(2\).*; messages that wait .*\(1\); messages that were not .*\(2\)/,
    );
    writeFileSync(join(dataDir, "session-secret"), newSecret());
    expect((await examined(dataDir))?.text).toMatch(/^the file session-secret is not the secret/);
  });

  it("tells a secret that was changed from one that is wrong", async () => {
    const { dataDir, seal } = await aUsedDirectory(1);
    seal(1, ["shown"], newSecret());
    const found = await examined(dataDir);
    expect(found?.state).toBe("wrong");
    expect(found?.text).toMatch(
      /is not the only one .*: second factors .*\(1\).*; messages that were not .*\(1\)/,
    );
    expect(found?.text).not.toMatch(/sign in again/);
  });

  it("finds old messages worth a look, and says where nothing can be compared", async () => {
    const { dataDir, seal } = await aUsedDirectory(0);
    expect((await examined(dataDir, newSecret()))?.text).toMatch(/^nothing in the store was sealed/);
    seal(0, ["shown"], newSecret());
    expect((await examined(dataDir))?.state).toBe("watch");
    rmSync(join(dataDir, "session-secret"));
    expect(await examined(dataDir)).toMatchObject({ state: "watch", text: "there is none to be tried" });
  });
});

describe("restoring", () => {
  /** What is said of the secret when a backup, made with or without SESSION_SECRET, is restored with another setting. */
  async function restored(options: { people?: number; made?: string; with?: string; old?: boolean }) {
    const { people = 0, made, old = false } = options;
    const { dataDir, seal } = await aUsedDirectory(made ? 0 : people);
    if (made) seal(people, [], made);
    const target = join(temporaryFolder(), "backup.tar.gz");
    const basics = { now, version: "1.2.3", migrationsFolder: MIGRATIONS };
    await writeBackup({ ...basics, dataDir, target, givenSecret: made });
    const into = join(temporaryFolder(), "data");
    const manifest = await readBackup({ source: target, dataDir: into, migrationsFolder: MIGRATIONS });
    // Backups of versions before this one prove nothing by themselves.
    const { secretProof, ...before } = manifest;
    return wrongSecret(settings(into, options.with), old ? before : manifest);
  }

  it("has nothing to say where the backup holds the secret, or the same is set", async () => {
    const made = newSecret();
    expect(await restored({ people: 1 })).toBeNull();
    expect(await restored({ people: 1, made, with: made })).toBeNull();
    expect(await restored({ people: 1, made, with: made, old: true })).toBeNull();
  });

  it("says what follows from another one, also where nothing is sealed yet", async () => {
    const given = { made: newSecret(), with: newSecret() };
    expect(await restored({ ...given, people: 1 })).toMatch(
      /^SESSION_SECRET is not the secret .* sign in again .*; second factors .*\(1\).* Set the one from before\.$/,
    );
    expect(await restored(given)).toMatch(
      /is not the secret .*which harms nothing\. Set the one from before\.$/,
    );
    expect(await restored({ ...given, people: 1, old: true })).toMatch(/is not the secret/);
  });

  it("says that one which is set stands in the way of the one that the backup holds", async () => {
    expect(await restored({ people: 1, with: newSecret() })).toMatch(
      /second factors .*\(1\).* Leave it unset/,
    );
  });

  it("says that the secret is needed where it is nowhere", async () => {
    const told = await restored({ people: 3, made: newSecret() });
    expect(told).toMatch(
      /which is in no backup: start the server with the same one.*; second factors .*\(3\)/,
    );
  });
});
