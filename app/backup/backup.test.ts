import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { create } from "tar";
import { describe, expect, it } from "vitest";
import { namedFiles } from "#db/check-store";
import { StoreError } from "#db/store-error";
import { aDataDirectory } from "../../tests/support/data-directory";
import { MIGRATIONS } from "../../tests/support/database";
import { judge } from "../../tests/support/factories";
import { put, temporaryFolder } from "../../tests/support/temporary-folder";
import { readBackup } from "./read-backup";
import { writeBackup } from "./write-backup";

const NOW = new Date("2026-07-01T02:00:00Z");
const basics = { now: NOW, version: "1.2.3", migrationsFolder: MIGRATIONS, givenSecret: undefined };

const backUp = (dataDir: string, target = join(temporaryFolder(), "backup.tar.gz")) =>
  writeBackup({ ...basics, dataDir, target }).then((manifest) => ({ manifest, target }));

const restore = (source: string, dataDir = join(temporaryFolder(), "data")) =>
  readBackup({ source, dataDir, migrationsFolder: MIGRATIONS }).then(() => dataDir);

const sortedFiles = (folder: string) => readdirSync(join(folder, "evidence")).sort();

const GIVEN = "0123456789abcdef0123456789abcdef";

/** Every row of every table, as SQLite has them. */
function content(file: string): Record<string, unknown[]> {
  const client = new Database(file, { readonly: true });
  const tables = client
    .prepare("select name from sqlite_schema where type = 'table' order by name")
    .pluck()
    .all();
  const rows = Object.fromEntries(
    tables.map((table) => [table, client.prepare(`select * from "${table}"`).raw().all()]),
  );
  client.close();
  return rows;
}

describe("a backup", () => {
  it("brings back every row, file and key", async () => {
    const { dataDir } = await aDataDirectory();
    const { target, manifest } = await backUp(dataDir);
    const restored = await restore(target);
    expect(content(join(restored, "selaras.db"))).toEqual(content(join(dataDir, "selaras.db")));
    expect(manifest.rows.judgment).toBeGreaterThan(0);
    expect(sortedFiles(restored)).toEqual(sortedFiles(dataDir));
    expect(sortedFiles(restored)).toHaveLength(2);
    for (const name of [...sortedFiles(dataDir).map((file) => `evidence/${file}`), "session-secret"])
      expect(readFileSync(join(restored, name))).toEqual(readFileSync(join(dataDir, name)));
    for (const name of ["selaras.db", "session-secret"])
      expect(statSync(join(restored, name)).mode & 0o077).toBe(0);
  });

  it("is for its owner only, and leaves nothing else behind", async () => {
    const { dataDir } = await aDataDirectory();
    const before = readdirSync(dataDir);
    const { target } = await backUp(dataDir);
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(target, ".."))).toEqual(["backup.tar.gz"]);
    expect(readdirSync(dataDir)).toEqual(before);
  });

  it("holds what stood when it began, while others write", async () => {
    const { dataDir, place, members, assessmentId, rubric } = await aDataDirectory();
    const stood = content(join(dataDir, "selaras.db")).judgment;
    const [, second = ""] = members;
    const target = join(temporaryFolder(), "backup.tar.gz");
    let written = false;
    await writeBackup({
      ...basics,
      ...{ dataDir, target },
      progress: () => {
        if (written) return;
        judge(
          place,
          { assessmentId, rubric },
          second,
          rubric.functions.map(() => 2),
        );
        written = true;
      },
    });
    expect(written).toBe(true);
    const restored = await restore(target);
    expect(content(join(restored, "selaras.db")).judgment).toEqual(stood);
    expect(content(join(dataDir, "selaras.db")).judgment?.length).toBeGreaterThan(stood?.length ?? 0);
  });

  it("says which file was not there", async () => {
    const { dataDir } = await aDataDirectory();
    const [gone = ""] = sortedFiles(dataDir);
    rmSync(join(dataDir, "evidence", gone));
    const { manifest, target } = await backUp(dataDir);
    expect(manifest.missing).toEqual([`evidence/${gone}`]);
    expect(sortedFiles(await restore(target))).toHaveLength(1);
  });

  it("overwrites nothing, and asks for a store", async () => {
    const { dataDir } = await aDataDirectory();
    const target = put(temporaryFolder(), "backup.tar.gz", "of another day");
    await expect(backUp(dataDir, target)).rejects.toThrow(/exists already/);
    expect(readFileSync(target, "utf8")).toBe("of another day");
    await expect(backUp(temporaryFolder())).rejects.toThrow(/no store/);
    await expect(backUp(dataDir, join(temporaryFolder(), "gone/backup.tar.gz"))).rejects.toThrow(
      /no directory/,
    );
  });

  it("is one whole file where two write to the same name, and the other says so", async () => {
    const { dataDir } = await aDataDirectory();
    const target = join(temporaryFolder(), "backup.tar.gz");
    // Both have seen that the name is free before either is finished.
    const [one, other] = ["1.2.3", "4.5.6"].map((version) =>
      writeBackup({ ...basics, version, dataDir, target }).then(
        () => ({ version }),
        (error: unknown) => ({ error }),
      ),
    );
    const ends = [await one, await other];
    const through = ends.flatMap((end) => (end && "version" in end ? [end.version] : []));
    const refused = ends.flatMap((end) => (end && "error" in end ? [end.error] : []));
    expect(refused).toEqual([expect.objectContaining({ message: expect.stringMatching(/exists already/) })]);
    expect(through).toEqual([(await manifestOf(target)).version]);
    expect(readdirSync(join(target, ".."))).toEqual(["backup.tar.gz"]);
    await restore(target);
  });

  it("leaves out a secret that the environment gives, and says so", async () => {
    const { dataDir } = await aDataDirectory();
    const target = join(temporaryFolder(), "backup.tar.gz");
    const manifest = await writeBackup({ ...basics, dataDir, target, givenSecret: GIVEN });
    expect(manifest.secret).toBe("environment");
    expect(JSON.stringify(manifest)).not.toContain(GIVEN);
    expect(existsSync(join(await restore(target), "session-secret"))).toBe(false);
  });
});

/** An archive made by hand from these files. */
async function anArchive(files: Record<string, string | Buffer>, preservePaths = false) {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const file = join(temporaryFolder(), "made.tar.gz");
  await create({ gzip: true, cwd: folder, file, preservePaths }, Object.keys(files));
  return file;
}

describe("restoring", () => {
  it("wants an empty directory and changes no other", async () => {
    const { dataDir } = await aDataDirectory();
    const { target } = await backUp(dataDir);
    const used = temporaryFolder();
    put(used, "selaras.db", "a store");
    await expect(restore(target, used)).rejects.toThrow(/not empty/);
    await expect(restore(target, put(temporaryFolder(), "a-file", "x"))).rejects.toThrow(/no directory/);
    expect(readdirSync(used)).toEqual(["selaras.db"]);
    expect(readFileSync(join(used, "selaras.db"), "utf8")).toBe("a store");
  });

  it("goes on where a run that was killed has left something", async () => {
    const { dataDir } = await aDataDirectory();
    const { target } = await backUp(dataDir);
    const empty = temporaryFolder();
    put(empty, ".restore-abc/selaras.db", "half");
    await restore(target, empty);
    expect(existsSync(join(empty, "selaras.db"))).toBe(true);
  });

  it.each([
    ["a file above the directory", "../escaped"],
    ["a file of another name", "evidence/readme.txt"],
    ["a file in a folder of its own", "app/serve.js"],
  ])("refuses an archive with %s, and writes nothing", async (_what, path) => {
    const source = await anArchive({ "manifest.json": "{}", "selaras.db": "x", [path]: "x" }, true);
    const into = join(temporaryFolder(), "a/data");
    await expect(restore(source, into)).rejects.toThrow(/no backup of Selaras/);
    expect(existsSync(into)).toBe(false);
  });

  it("refuses what is no archive, or only half of one", async () => {
    const { dataDir } = await aDataDirectory();
    const { target } = await backUp(dataDir);
    const whole = readFileSync(target);
    for (const bytes of [Buffer.from("not an archive"), whole.subarray(0, whole.length / 2)]) {
      const source = join(temporaryFolder(), "cut.tar.gz");
      writeFileSync(source, bytes);
      const into = join(temporaryFolder(), "data");
      await expect(restore(source, into)).rejects.toThrow(StoreError);
      expect(existsSync(into) ? readdirSync(into) : []).toEqual([]);
    }
    await expect(restore(join(temporaryFolder(), "nothing"))).rejects.toThrow(/does not exist/);
  });

  /** The parts of a true backup, changed by somebody. */
  async function changed(change: (parts: Record<string, Buffer>) => void) {
    const { dataDir } = await aDataDirectory();
    const { target } = await backUp(dataDir);
    const folder = await restore(target);
    const manifest = await manifestOf(target);
    const evidence = sortedFiles(folder).map((name) => `evidence/${name}`);
    const parts = Object.fromEntries(
      ["selaras.db", "session-secret", ...evidence].map((path) => [path, readFileSync(join(folder, path))]),
    );
    parts["manifest.json"] = Buffer.from(JSON.stringify(manifest));
    change(parts);
    return anArchive(parts);
  }

  it("refuses a file that is not as it was, is missing, or is too many", async () => {
    const become = (parts: Record<string, Buffer>, path: string, text: string) => {
      parts[path] = Buffer.from(text);
    };
    const fileOf = (parts: object) => Object.keys(parts).find((path) => path.startsWith("evidence/")) ?? "";
    const cases: [RegExp, (parts: Record<string, Buffer>) => void][] = [
      [/hash differs/, (parts) => become(parts, fileOf(parts), "forged")],
      [/lacks evidence/, (parts) => void delete parts[fileOf(parts)]],
      [/does not name/, (parts) => become(parts, `evidence/${"0".repeat(32)}`, "stray")],
      [/manifest cannot be read/, (parts) => become(parts, "manifest.json", "{}")],
    ];
    for (const [message, change] of cases)
      await expect(restore(await changed(change))).rejects.toThrow(message);
  });

  it("refuses a store that was changed, even where the manifest was made to fit", async () => {
    const { dataDir, db } = await aDataDirectory();
    db.$client.exec(
      "drop trigger audit_event_no_update; update audit_event set action = 'nothing' where id = 2",
    );
    const { target } = await backUp(dataDir);
    await expect(restore(target)).rejects.toThrow(/audit log is broken/);
  });

  it("refuses a store of a newer version", async () => {
    const { dataDir, db } = await aDataDirectory();
    db.$client.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 1)");
    const { target } = await backUp(dataDir);
    const into = join(temporaryFolder(), "data");
    await expect(restore(target, into)).rejects.toThrow(/newer version/);
    expect(readdirSync(into)).toEqual([]);
  });
});

async function manifestOf(target: string) {
  const folder = temporaryFolder();
  const { extract } = await import("tar");
  await extract({ file: target, cwd: folder });
  return JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
}

it("names every file that any table of the store names", async () => {
  const { db } = await aDataDirectory();
  const columns = db.$client
    .prepare(
      "select m.name from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table' and c.name = 'stored_name' order by 1",
    )
    .pluck()
    .all();
  // A table added later must be added to namedFiles, too.
  expect(columns).toEqual(["company_file", "evidence"]);
  expect(namedFiles(db)).toHaveLength(2);
});
