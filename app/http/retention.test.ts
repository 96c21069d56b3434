import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { listPanelPersons } from "#db/personal-data";
import { readEnv } from "~/env.server";
import {
  account,
  message,
  sampleAssessments,
  twoWorkspaces,
  workingContext,
} from "../../tests/support/small-workspace";
import type { Services } from "./context";
import { EventStreams } from "./event-stream";
import { Metrics } from "./metrics";
import { startRetention } from "./retention";

const DAY = 24 * 60 * 60 * 1000;
let folder: string;
let services: Services;
let assessmentId: string;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-02-01T00:00:00Z") });
  folder = mkdtempSync(join(tmpdir(), "selaras-retention-"));
  const db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  [assessmentId] = sampleAssessments(db);
  db.$client.exec("update company set sample = 0; update workspace set retention_months = 1");
  db.$client.prepare("update assessment set closed_at = ?").run(new Date("2026-01-02T12:00:00Z").getTime());
  services = {
    db,
    clock: () => new Date(),
    rubrics: workingContext(db).rubrics,
    env: readEnv({ DATA_DIR: folder }),
    secret: "0123456789abcdef".repeat(2),
    log: pino({ level: "silent" }),
    streams: new EventStreams(),
    metrics: new Metrics(),
    root: "",
  };
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const named = () => listPanelPersons(services.db, assessmentId).filter(({ erased }) => !erased).length;

it("erases once a day what is kept no longer, until it is stopped", () => {
  const stop = startRetention(services);
  expect(named()).toBeGreaterThan(0);
  vi.advanceTimersByTime(DAY);
  expect(named()).toBeGreaterThan(0);
  vi.advanceTimersByTime(DAY);
  expect(named()).toBe(0);
  stop();
  expect(vi.getTimerCount()).toBe(0);
});

it("erases at once what is due when the server starts", () => {
  vi.setSystemTime(new Date("2026-03-01T00:00:00Z"));
  startRetention(services)();
  expect(named()).toBe(0);
});

it("removes the files of messages that are forgotten, and no others", () => {
  const file = (name: string) => join(folder, "mail", name);
  mkdirSync(join(folder, "mail"));
  for (const name of ["kept.eml", "gone.eml", "note.txt"]) writeFileSync(file(name), "");
  message(services.db, "kept", { state: "shown", recipient: "a@example.com", about: "user/x" });
  startRetention(services)();
  const left = ["kept.eml", "gone.eml", "note.txt"].filter((name) => existsSync(file(name)));
  expect(left).toEqual(["kept.eml", "note.txt"]);
});

it("lives through a run that fails", () => {
  services.db.$client.exec("alter table workspace rename to elsewhere");
  const stop = startRetention(services);
  services.db.$client.exec("alter table elsewhere rename to workspace");
  vi.advanceTimersByTime(2 * DAY);
  expect(named()).toBe(0);
  stop();
});
