import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readEnv } from "~/env.server";
import { aDataDirectory } from "../../tests/support/data-directory";
import { temporaryFolder } from "../../tests/support/temporary-folder";
import { runOn } from "./fixtures";

/** Commands on a data directory, with more settings where wanted. */
async function commands() {
  const { services, dataDir } = await aDataDirectory();
  const run = (argv: string[], settings: Record<string, string> = {}) =>
    runOn({ ...services, env: readEnv({ DATA_DIR: dataDir, ...settings }) }, argv);
  return {
    run,
    dataDir,
    archive: join(temporaryFolder(), "selaras.tar.gz"),
    other: join(temporaryFolder(), "new"),
  };
}

it("backs up, restores elsewhere, and examines both", async () => {
  const { run, archive, other } = await commands();
  const made = await run(["backup", archive]);
  expect(made).toMatchObject({ code: 0, err: "" });
  expect(made.out).toMatch(/selaras\.tar\.gz: 4 files \(\d+\.\d MB before compression\), 3 judgments\n$/);
  const restored = await run(["restore", archive], { DATA_DIR: other });
  expect(restored).toMatchObject({ code: 0, err: "" });
  expect(restored.out).toMatch(/: 4 files, 3 judgments, as of \S+; all checked\n$/);
  for (const DATA_DIR of [undefined, other]) {
    const { code, out } = await run(["doctor", "--hashes"], DATA_DIR ? { DATA_DIR } : {});
    expect(code).toBe(0);
    expect(out).toContain("2, each as it was sent");
  }
});

it("ends with 1 and a message where it can do nothing", async () => {
  const { run, archive, dataDir } = await commands();
  await run(["backup", archive]);
  expect(await run(["backup", archive])).toEqual({
    code: 1,
    out: "",
    err: `${archive} exists already; a backup overwrites nothing.\n`,
  });
  const onto = await run(["restore", archive]);
  expect(onto.code).toBe(1);
  expect(onto.err).toContain(`${dataDir} is not empty`);
  const nowhere = await run(["backup", join(archive, "..", "x.tar.gz")], { DATA_DIR: temporaryFolder() });
  expect(nowhere.code).toBe(1);
  expect(nowhere.err).toContain("There is no store");
});

it("says what is missing and what is needed beside the archive", async () => {
  const { run, archive, dataDir, other: elsewhere } = await commands();
  const [file = ""] = readdirSync(join(dataDir, "evidence"));
  rmSync(join(dataDir, "evidence", file));
  const SESSION_SECRET = "0123456789abcdef0123456789abcdef";
  const made = await run(["backup", archive], { SESSION_SECRET });
  expect(made.err).toContain(`evidence/${file} is named by the store and was not there.`);
  expect(made.err).toContain("SESSION_SECRET is not in the archive");
  const restored = await run(["restore", archive], { DATA_DIR: elsewhere });
  expect(restored.code).toBe(0);
  expect(restored.err).toContain("start the server with the same one");
  const other = { DATA_DIR: temporaryFolder(), SESSION_SECRET: SESSION_SECRET.replace("0", "z") };
  const wrong = await run(["restore", archive], other);
  expect(wrong).toMatchObject({ code: 0, out: expect.stringContaining("all checked") });
  expect(wrong.err).toContain("SESSION_SECRET is not the secret that this installation was run with.");
  const right = await run(["restore", archive], { DATA_DIR: temporaryFolder(), SESSION_SECRET });
  expect(right.err).not.toContain("SESSION_SECRET");
});

it("tells the doctor's findings as JSON, and ends with 1 when something is wrong", async () => {
  const { run, dataDir } = await commands();
  rmSync(join(dataDir, "session-secret"));
  const { code, out, err } = await run(["doctor", "--json"]);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ what: "keys", state: "wrong" }));
  expect(err).toMatch(/^1 of \d+ findings are wrong\.\n$/);
});
