import { availableParallelism } from "node:os";
import { describe, expect, it } from "vitest";
import { EnvError, readEnv } from "./env.server";

const GOOD_SECRET = "0d1f9c7ab2e84c53961f7d20a4be8c17";

/** What the refusal says, line by line. */
function complaints(source: Record<string, string>): string[] {
  try {
    readEnv(source);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    return error.message.split("\n").slice(1);
  }
  return [];
}

it("needs no setting at all", () => {
  expect(readEnv({})).toEqual({
    PORT: 3000,
    HOST: "127.0.0.1",
    WORKERS: availableParallelism(),
    MAIL_FROM: "Selaras <selaras@localhost>",
    TRUSTED_PROXIES: [],
    DATA_DIR: "./data",
    EVIDENCE_QUOTA_MB: 200,
    BACKUP_DIR: "data/backups",
    BACKUP_EVERY_HOURS: 24,
    BACKUP_KEEP: 14,
    BASE_URL: "http://localhost:3000",
    SLOW_QUERY_MS: 200,
    LOG_LEVEL: "info",
  });
});

it("takes an empty variable for one that is not set", () => {
  expect(readEnv({ PORT: "", SESSION_SECRET: "", BASE_URL: "" })).toEqual(readEnv({}));
});

it("makes the address from the port unless it is given, and drops its last slash", () => {
  expect(readEnv({ PORT: "8080" }).BASE_URL).toBe("http://localhost:8080");
  expect(readEnv({ PORT: "8080", BASE_URL: "https://selaras.example.com/" }).BASE_URL).toBe(
    "https://selaras.example.com",
  );
});

describe("refuses to start", () => {
  it.each(["-1", "65536", "3000.5", "http", "0x"])("with the port %j", (PORT) => {
    expect(complaints({ PORT })).toEqual([expect.stringMatching(/^ {2}PORT /)]);
  });

  it.each(["0", "-1", "1.5", "129", "many"])("with %j workers", (WORKERS) => {
    expect(complaints({ WORKERS })).toEqual([expect.stringMatching(/^ {2}WORKERS must be /)]);
  });

  it.each(["-1", "1.5", "1e3", "200MB", "1000000"])("with room for files of %j", (EVIDENCE_QUOTA_MB) => {
    expect(complaints({ EVIDENCE_QUOTA_MB })).toEqual([expect.stringMatching(/^ {2}EVIDENCE_QUOTA_MB /)]);
  });

  it.each(["selaras.example.com", "ftp://selaras.example.com", "//x", "javascript:alert(1)"])(
    "with the address %j",
    (BASE_URL) => {
      expect(complaints({ BASE_URL })).toEqual(["  BASE_URL must be an http or https address"]);
    },
  );

  it.each([
    ["short", GOOD_SECRET.slice(1), "at least 32 characters"],
    ["a sample", "changeme-changeme-changeme-1234567", "sample value"],
    ["the name of the app", `Selaras-${GOOD_SECRET}`, "sample value"],
    ["one letter repeated", "a".repeat(40), "repeats itself"],
    ["one word repeated", "abcdabcdabcdabcdabcdabcdabcdabcd", "repeats itself"],
  ])("with a secret that is %s", (_what, SESSION_SECRET, why) => {
    const lines = complaints({ SESSION_SECRET });
    expect(lines).toEqual([expect.stringMatching(/^ {2}SESSION_SECRET /)]);
    expect(lines[0]).toContain(why);
  });

  it("with an unknown log level", () => {
    expect(complaints({ LOG_LEVEL: "loud" })).toEqual([expect.stringMatching(/^ {2}LOG_LEVEL /)]);
  });

  it("and names every variable that is wrong, never the secret itself", () => {
    const lines = complaints({ PORT: "x", BASE_URL: "x", SESSION_SECRET: "hunter2" });
    const named = new Set(lines.map((line) => line.trim().split(" ")[0]));
    expect([...named]).toEqual(["PORT", "BASE_URL", "SESSION_SECRET"]);
    expect(lines.join()).not.toContain("hunter2");
  });
});

it("takes a secret of one's own", () => {
  expect(readEnv({ SESSION_SECRET: GOOD_SECRET }).SESSION_SECRET).toBe(GOOD_SECRET);
});

describe("a store on a libSQL server", () => {
  const SHARED = {
    SESSION_SECRET: GOOD_SECRET,
    FILES_DIR: "/srv/files",
    BASE_URL: "https://selaras.example.com",
  };

  it.each(["libsql://store.example.com", "https://store.example.com:8443", "http://10.0.0.5:8080"])(
    "may be at %s",
    (DATABASE_URL) => {
      const env = readEnv({ ...SHARED, DATABASE_URL, DATABASE_AUTH_TOKEN: "a-token" });
      expect(env).toMatchObject({ DATABASE_URL, DATABASE_AUTH_TOKEN: "a-token", FILES_DIR: "/srv/files" });
    },
  );

  it("needs what every machine must have alike", () => {
    const lines = complaints({ DATABASE_URL: "http://10.0.0.5:8080" });
    expect(lines.map((line) => line.trim().split(" ")[0])).toEqual([
      "SESSION_SECRET",
      "FILES_DIR",
      "BASE_URL",
    ]);
  });

  it.each([
    "store.example.com",
    "file:///store.db",
    "https://user:word@store.example.com",
    "libsql://x?authToken=y",
  ])("is not at %s", (DATABASE_URL) => {
    expect(complaints({ ...SHARED, DATABASE_URL })).toEqual([expect.stringMatching(/^ {2}DATABASE_URL /)]);
  });

  it("is meant by its token and its folder of files, which alone do nothing", () => {
    expect(complaints({ DATABASE_AUTH_TOKEN: "a-token" })).toEqual([
      expect.stringMatching(/DATABASE_AUTH_TOKEN/),
    ]);
    expect(complaints({ FILES_DIR: "/srv/files" })).toEqual([expect.stringMatching(/FILES_DIR/)]);
  });
});
