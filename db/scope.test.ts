import { expect, it } from "vitest";
import { testDatabase } from "../tests/support/database";
import { assessmentRow, companyRow, smallStore } from "../tests/support/rows";
import {
  deleteAssessment,
  findAssessment,
  listAssessments,
  listCompanyAssessments,
  updateAssessment,
} from "./assessments";
import { deleteCompany, findCompany, listCompanies, updateCompany } from "./companies";
import type { Scope } from "./scope";

/** Two workspaces; the first has two companies. Every company has one assessment. */
function twoWorkspaces() {
  const db = testDatabase();
  const ours = smallStore(db);
  const secondCompany = companyRow(db, ours.workspaceId, { name: "PT Kedua" });
  const secondAssessment = assessmentRow(db, ours.workspaceId, secondCompany);
  return {
    db,
    ours,
    second: { companyId: secondCompany, assessmentId: secondAssessment },
    theirs: smallStore(db),
  };
}

const STATES = ["draft", "open", "closed", "published", "archived"] as const;

it("shows a whole workspace to its staff, and nothing of another", () => {
  const { db, ours, second, theirs } = twoWorkspaces();
  const staff: Scope = { workspaceId: ours.workspaceId, companyIds: null };
  expect(listCompanies(db, staff).map(({ id }) => id)).toEqual([ours.companyId, second.companyId]);
  expect(new Set(listAssessments(db, staff).map(({ id }) => id))).toEqual(
    new Set([ours.assessmentId, second.assessmentId]),
  );
  expect(findCompany(db, staff, theirs.companyId)).toBeUndefined();
  expect(findAssessment(db, staff, theirs.assessmentId)).toBeUndefined();
  expect(listCompanyAssessments(db, staff, theirs.companyId)).toEqual([]);
});

it("shows somebody of one company that company only", () => {
  const { db, ours, second } = twoWorkspaces();
  const member: Scope = { workspaceId: ours.workspaceId, companyIds: [ours.companyId] };
  expect(listCompanies(db, member).map(({ id }) => id)).toEqual([ours.companyId]);
  expect(listAssessments(db, member).map(({ id }) => id)).toEqual([ours.assessmentId]);
  expect(findAssessment(db, member, second.assessmentId)).toBeUndefined();
  expect(listCompanyAssessments(db, member, second.companyId)).toEqual([]);
});

it("shows nothing to somebody without any company", () => {
  const { db, ours } = twoWorkspaces();
  const nobody: Scope = { workspaceId: ours.workspaceId, companyIds: [] };
  expect(listCompanies(db, nobody)).toEqual([]);
  expect(listAssessments(db, nobody)).toEqual([]);
});

it("does not help to name another workspace's company", () => {
  const { db, ours, theirs } = twoWorkspaces();
  const forged: Scope = { workspaceId: ours.workspaceId, companyIds: [theirs.companyId] };
  expect(findCompany(db, forged, theirs.companyId)).toBeUndefined();
  expect(findAssessment(db, forged, theirs.assessmentId)).toBeUndefined();
});

it("changes and deletes nothing outside the scope", () => {
  const { db, ours, theirs } = twoWorkspaces();
  const staff: Scope = { workspaceId: ours.workspaceId, companyIds: null };
  updateCompany(db, staff, theirs.companyId, { name: "Diambil alih" });
  deleteCompany(db, staff, theirs.companyId);
  deleteAssessment(db, staff, theirs.assessmentId);
  expect(updateAssessment(db, staff, theirs.assessmentId, [...STATES], { state: "open" })).toBe(false);

  const owner: Scope = { workspaceId: theirs.workspaceId, companyIds: null };
  expect(findCompany(db, owner, theirs.companyId)?.name).toBe("PT Contoh");
  expect(findAssessment(db, owner, theirs.assessmentId)?.state).toBe("draft");
});

it("moves an assessment only out of the states that were named", () => {
  const { db, ours } = twoWorkspaces();
  const staff: Scope = { workspaceId: ours.workspaceId, companyIds: null };
  expect(updateAssessment(db, staff, ours.assessmentId, ["closed"], { state: "published" })).toBe(false);
  expect(updateAssessment(db, staff, ours.assessmentId, ["draft"], { state: "open" })).toBe(true);
  expect(updateAssessment(db, staff, ours.assessmentId, ["draft"], { state: "open" })).toBe(false);
  expect(findAssessment(db, staff, ours.assessmentId)?.state).toBe("open");
});
