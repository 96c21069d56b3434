import { beforeEach, describe, expect, it } from "vitest";
import { insertMembership, type Role, updateUser } from "#db/accounts";
import { actingIn, checkScene, otherCompany, refusalOf } from "../../tests/support/check-scene";
import { account, NOW } from "../../tests/support/small-workspace";
import { addCompanyPerson, addConsultant, readCompanyPeople, removePerson, renewLink } from "./people";

let scene: ReturnType<typeof checkScene>;
let company: string;
beforeEach(() => {
  scene = checkScene();
  company = scene.companyId;
});

const manager = () => scene.acting("ratna", "manager");
const consultant = () => scene.acting("kira", "consultant");
const idOf = (userId: string) => `role-${userId}`;
const roles = () =>
  Object.fromEntries(readCompanyPeople(consultant(), company).map(({ userId, role }) => [userId, role]));
const newcomer = (role: "manager" | "viewer", email = "baru@example.com") => ({ name: "Baru", email, role });

/** One more role for somebody; a company makes it a role over that company. */
function alsoHolds(userId: string, role: Role, companyId: string | null, workspaceId = "w"): void {
  const id = `also-${userId}`;
  insertMembership(scene.db, { id, userId, workspaceId, role, companyId, createdAt: NOW });
}

describe("a manager", () => {
  it("gives viewers access to their own company, and makes no managers", () => {
    const given = addCompanyPerson(manager(), company, newcomer("viewer"));
    expect(given.token).toEqual(expect.any(String));
    const act = () => addCompanyPerson(manager(), company, newcomer("manager", "lagi@example.com"));
    expect(refusalOf(act)).toBe("forbidden");
    expect(readCompanyPeople(manager(), company).map(({ role }) => role)).toEqual(["viewer", "manager"]);
  });

  it("renews viewers' links and takes their access, but not managers' nor their own", () => {
    for (const [id, role] of [["vera", "viewer"] as const, ["bayu", "manager"] as const])
      scene.acting(id, role);
    expect(renewLink(manager(), company, idOf("vera")).token).toEqual(expect.any(String));
    for (const id of ["bayu", "ratna"]) {
      expect(refusalOf(() => renewLink(manager(), company, idOf(id)))).toBe("forbidden");
      expect(refusalOf(() => removePerson(manager(), company, idOf(id)))).toBe("forbidden");
    }
    removePerson(manager(), company, idOf("vera"));
    expect(roles()).toEqual({ ratna: "manager", bayu: "manager" });
  });

  it("reaches nobody of another company", () => {
    const other = otherCompany(scene.db);
    actingIn(scene.db, "tono", "viewer", other);
    expect(refusalOf(() => addCompanyPerson(manager(), other, newcomer("viewer")))).toBe("not-found");
    expect(refusalOf(() => removePerson(manager(), other, idOf("tono")))).toBe("not-found");
    expect(refusalOf(() => removePerson(manager(), company, idOf("tono")))).toBe("not-found");
  });

  it.each<[string, (userId: string) => void]>([
    ["manages another company", (id) => alsoHolds(id, "manager", otherCompany(scene.db))],
    ["reads another company", (id) => alsoHolds(id, "viewer", otherCompany(scene.db))],
    ["is to be a consultant", (id) => alsoHolds(id, "consultant", null)],
    ["belongs to another workspace", (id) => alsoHolds(id, "owner", null, "w2")],
  ])("is shown no link to the account of somebody who %s", (_what, give) => {
    scene.acting("vera", "viewer");
    give("vera");
    expect(refusalOf(() => renewLink(manager(), company, idOf("vera")))).toBe("forbidden");
  });

  it("is shown no link to an account that others are still to open either, when adding it", () => {
    account(scene.db, "tono", []);
    alsoHolds("tono", "manager", otherCompany(scene.db));
    const given = addCompanyPerson(manager(), company, newcomer("viewer", "tono@example.com"));
    expect(given.token).toBeNull();
    expect(roles()).toMatchObject({ tono: "viewer" });
  });
});

describe("a viewer", () => {
  it("can do nothing about anybody's access", () => {
    scene.acting("bela", "viewer");
    const vera = () => scene.acting("vera", "viewer");
    expect(refusalOf(() => addCompanyPerson(vera(), company, newcomer("viewer")))).toBe("forbidden");
    expect(refusalOf(() => renewLink(vera(), company, idOf("bela")))).toBe("forbidden");
    expect(refusalOf(() => removePerson(vera(), company, idOf("bela")))).toBe("forbidden");
    expect(roles()).toMatchObject({ bela: "viewer" });
  });
});

describe("a consultant", () => {
  it("manages managers and viewers alike", () => {
    manager();
    scene.acting("vera", "viewer");
    expect(addCompanyPerson(consultant(), company, newcomer("manager")).token).not.toBeNull();
    for (const id of ["ratna", "vera"]) {
      expect(renewLink(consultant(), company, idOf(id)).token).toEqual(expect.any(String));
      removePerson(consultant(), company, idOf(id));
    }
    expect(Object.values(roles())).toEqual(["manager"]);
  });

  it("is shown no link to an account of another workspace that waits for its password", () => {
    account(scene.db, "asing", [["w2", "owner"]]);
    const given = addCompanyPerson(consultant(), company, newcomer("viewer", "asing@example.com"));
    expect(given.token).toBeNull();
    const staff = { name: "Baru", email: "lain@example.com" };
    account(scene.db, "lain", [["w2", "owner"]]);
    expect(addConsultant(scene.acting("owner", "owner"), staff).token).toBeNull();
  });

  it("needs no link for somebody who has a password", () => {
    account(scene.db, "punya", []);
    updateUser(scene.db, "punya", { passwordHash: "x" });
    expect(addCompanyPerson(consultant(), company, newcomer("viewer", "punya@example.com")).token).toBeNull();
  });
});
