import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MigrationError } from "#db/migrate";
import { EnvError, readEnv } from "~/env.server";
import { put, temporaryFolder } from "../../tests/support/temporary-folder";
import { run } from "./run";
import { openStore } from "./store";

const COMMANDS = [
  "seed",
  "list",
  "user:add",
  "import",
  "export",
  "verify",
  "score",
  "compare",
  "backup",
  "restore",
  "doctor",
];

/** Runs a command line that must not touch a store. */
async function runWithout(argv: string[]) {
  let [out, err] = ["", ""];
  const code = await run(argv, "1.2.3", {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    openStore: () => {
      throw new Error("opened a store");
    },
    settings: () => readEnv({}),
    elapsed: () => 0,
  });
  return { code, out, err };
}

describe("the command line", () => {
  it.each(COMMANDS)("explains %s and opens no store for it", async (command) => {
    const { code, out, err } = await runWithout([command, "--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`Usage: selaras ${command}`);
  });

  it("lists its commands and tells its version", async () => {
    const help = await runWithout(["--help"]);
    expect(help.code).toBe(0);
    for (const command of COMMANDS) expect(help.out).toMatch(new RegExp(`^  ${command}\\b`, "m"));
    expect(await runWithout(["--version"])).toEqual({ code: 0, out: "1.2.3\n", err: "" });
  });

  it.each([
    ["no command", [], "Usage: selaras"],
    ["an unknown command", ["lists"], "unknown command 'lists'"],
    ["an unknown option", ["list", "--yaml"], "unknown option '--yaml'"],
    ["an argument too many", ["seed", "twice"], "too many arguments"],
    ["a missing argument", ["verify"], "missing required argument 'assessment'"],
    ["a missing option", ["import", "a.csv"], "required option '--assessment <id>' not specified"],
    ["a wrong format", ["export", "x", "--format", "xml"], "Allowed choices are json, csv"],
    [
      "a wrong role",
      ["user:add", "--email", "a@b.id", "--name", "A", "--role", "king"],
      "Allowed choices are owner",
    ],
    [
      "half an address",
      ["user:add", "--email", "a", "--name", "A", "--role", "owner"],
      "a full e-mail address",
    ],
    [
      "an empty name",
      ["user:add", "--email", "a@b.id", "--name", " ", "--role", "owner"],
      "1 to 120 characters",
    ],
    [
      "a file that is not there",
      ["import", "/nowhere.csv", "--assessment", "x"],
      "/nowhere.csv: there is no such file",
    ],
    [
      "a ratings file that is not there",
      ["score", "/nowhere.csv", "--levels", "5"],
      "/nowhere.csv: there is no such file",
    ],
  ])("refuses %s with a message and without a store", async (_, argv, message) => {
    const { code, out, err } = await runWithout(argv);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(message);
    expect(err).not.toContain("    at ");
  });

  it.each([new EnvError("PORT is wrong"), new MigrationError("The database is newer")])(
    "says only the message of what the user can put right",
    async (error) => {
      let err = "";
      const io = { out: () => {}, err: (text: string) => (err += text), elapsed: () => 0 };
      const openStore = () => {
        throw error;
      };
      const settings = () => readEnv({});
      expect(await run(["list"], "1", { ...io, settings, openStore })).toBe(1);
      expect(err).toBe(`${error.message}\n`);
    },
  );

  it("shows the stack of a defect", async () => {
    const { code, err } = await runWithout(["list"]);
    expect(code).toBe(1);
    expect(err).toMatch(/^Error: opened a store\n {4}at /);
  });
});

describe("a data directory", () => {
  it("is made with everything in it", () => {
    const DATA_DIR = join(temporaryFolder(), "new/data");
    const store = openStore({ DATA_DIR });
    store.close();
    expect(store.created).toBe(true);
    expect(existsSync(join(DATA_DIR, "selaras.db"))).toBe(true);
    const again = openStore({ DATA_DIR });
    again.close();
    expect(again.created).toBe(false);
    expect(again.context.scope).toEqual(store.context.scope);
  });

  it("that cannot be used is refused with its name", () => {
    const file = put(temporaryFolder(), "a-file", "");
    const other = temporaryFolder();
    put(other, "selaras.db", "This is no database, but long enough to be read as one. ".repeat(20));
    expect(() => openStore({ DATA_DIR: file })).toThrow(`The data directory ${file} cannot be used`);
    expect(() => openStore({ DATA_DIR: other })).toThrow(
      `${join(other, "selaras.db")} is not an SQLite database`,
    );
  });
});
