import { beforeEach, expect, it } from "vitest";
import { findWorkspace } from "#db/accounts";
import type { Db } from "#db/client";
import { setTotpSecret } from "#db/second-factor";
import { account, twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { startUserSession } from "./sessions";
import { changeWorkspaceSettings, readWorkspaceSettings, type WorkspaceSettings } from "./workspace-settings";

const SETTINGS: WorkspaceSettings = { name: "w", secondFactorRequired: false, retentionMonths: null };
let db: Db;

beforeEach(() => {
  db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  account(db, "ani", [["w", "consultant"]]);
  account(db, "budi", [["w", "consultant"]]);
  account(db, "other", [["w2", "owner"]]);
  for (const id of ["owner", "budi"]) setTotpSecret(db, id, "sealed");
  for (const id of ["owner", "ani", "budi", "other"]) startUserSession(workingContext(db), id);
});

const change = (given: Partial<WorkspaceSettings>) =>
  changeWorkspaceSettings(workingContext(db), { ...SETTINGS, ...given });
const signedIn = () =>
  (db.$client.prepare("select user_id from session order by user_id").all() as { user_id: string }[]).map(
    (row) => row.user_id,
  );
const notes = () =>
  db.$client
    .prepare("select action, detail from audit_event where object_kind = 'workspace' order by id")
    .all() as { action: string; detail: string }[];

it("writes down each setting that is different, and nothing when nothing is", () => {
  change({});
  expect(notes()).toEqual([]);
  change({ name: "Ruang", retentionMonths: 6 });
  change({ name: "Ruang", retentionMonths: 6 });
  expect(notes()).toEqual([
    { action: "workspace.rename", detail: "{}" },
    { action: "workspace.retention", detail: '{"before":null,"after":6}' },
  ]);
  expect(findWorkspace(db, "w")).toMatchObject({ name: "Ruang", retentionMonths: 6 });
  expect(findWorkspace(db, "w2")).toMatchObject({ name: "w2", retentionMonths: null });
});

it("ends the sessions of staff without a second factor when it is required, and of nobody else", () => {
  expect(readWorkspaceSettings(workingContext(db)).withoutSecondFactor).toBe(1);
  change({ secondFactorRequired: true });
  expect(signedIn()).toEqual(["budi", "other", "owner"]);
  expect(notes()).toEqual([{ action: "workspace.second-factor", detail: '{"required":true}' }]);
});

it("ends no session when the rule was there before or is lifted", () => {
  change({ secondFactorRequired: true });
  startUserSession(workingContext(db), "ani");
  change({ secondFactorRequired: true });
  change({ secondFactorRequired: false });
  expect(signedIn()).toContain("ani");
});

it("is refused to somebody who would sign themself out by it, and then changes nothing", () => {
  setTotpSecret(db, "owner", null);
  expect(() => change({ name: "Ruang", secondFactorRequired: true })).toThrow("forbidden");
  expect(findWorkspace(db, "w")).toMatchObject({ name: "w", secondFactorRequired: false });
  expect(signedIn()).toEqual(["ani", "budi", "other", "owner"]);
});
