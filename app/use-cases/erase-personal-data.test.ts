import { beforeEach, describe, expect, it } from "vitest";
import { findUser, findUserByEmail, listMemberships } from "#db/accounts";
import { verifyAudit } from "#db/audit";
import type { Db } from "#db/client";
import { findMail } from "#db/mail";
import { listMembers, updateMember } from "#db/panel";
import { latestPublication } from "#db/publications";
import { canonicalJson } from "~/canonical-json";
import {
  account,
  message,
  NOW,
  sampleAssessments,
  twoWorkspaces,
  workingContext,
} from "../../tests/support/small-workspace";
import { createLink, hashPassword } from "./accounts";
import { requireAssessment } from "./assessments";
import {
  eraseMe,
  eraseMember,
  eraseUser,
  readErasure,
  readFormerPeople,
  readOtherSeats,
} from "./erase-personal-data";
import { inviteMember } from "./panel";
import { computeResult, readBasis } from "./results";
import { startAssessorSession, startUserSession } from "./sessions";
import { readTemplates, saveTemplate } from "./templates";

let db: Db;

beforeEach(() => {
  db = twoWorkspaces();
});

const context = (userId?: string, workspaceId?: string) => workingContext(db, userId, workspaceId);

/** Which of the texts are anywhere in the store. */
function traces(...texts: string[]): string[] {
  const tables = db.$client.prepare("select name from sqlite_schema where type = 'table'").all();
  const everything = JSON.stringify(
    (tables as { name: string }[]).map(({ name }) => db.$client.prepare(`select * from "${name}"`).all()),
  );
  return texts.filter((text) => everything.includes(text));
}

describe("erasing an account", () => {
  beforeEach(() => {
    account(db, "owner", [["w", "owner"]]);
    account(db, "ani", [["w", "consultant"]], "$argon2id$hash-of-ani");
    startUserSession({ ...context(), address: "203.0.113.9" }, "ani", { userAgent: "Peramban Ani" });
    createLink(context(), { kind: "reset", workspaceId: "w", userId: "ani" });
    message(db, "sent", { state: "sent", recipient: "ani@example.com", about: "user/ani" });
    message(db, "waiting", { state: "waiting", recipient: "ani@example.com", about: "user/ani" });
  });

  it("leaves nothing of the person anywhere, and the log as it was", () => {
    const personal = ["ani@example.com", "Nama ani", "hash-of-ani", "Peramban Ani", "203.0.113.9"];
    expect(traces(...personal)).toEqual(personal);
    eraseUser(context(), "ani");
    expect(traces(...personal)).toEqual([]);
    const erased = findUser(db, "ani");
    expect(erased).toMatchObject({
      name: "Erased user",
      email: "erased-ani@erased.invalid",
      disabledAt: NOW,
    });
    expect(listMemberships(db, "ani")).toEqual([]);
    expect(verifyAudit(db).fault).toBeNull();
  });

  it("empties what was sent and stops what was not", () => {
    eraseUser(context(), "ani");
    expect(findMail(db, "w", "waiting")).toBeUndefined();
    expect(findMail(db, "w", "sent")).toMatchObject({
      subject: "",
      body: "",
      lastError: null,
      state: "sent",
    });
  });

  it("is refused for the last owner, by anybody, until there is another", async () => {
    expect(() => eraseUser(context("other"), "owner")).toThrow("last-owner");
    await expect(eraseMe(context("owner"), "")).rejects.toThrow("last-owner");
    expect(findUserByEmail(db, "owner@example.com")).toBeDefined();
    account(db, "second", [["w", "owner"]]);
    await eraseMe(context("owner"), "");
    expect(findUser(db, "owner")?.name).toBe("Erased user");
    expect(() => eraseUser(context("other"), "second")).toThrow("last-owner");
  });

  it("does not count a disabled owner as another", () => {
    account(db, "second", [["w", "owner"]]);
    db.$client.prepare("update user set disabled_at = 1 where id = 'second'").run();
    expect(() => eraseUser(context(), "owner")).toThrow("last-owner");
  });

  it("stops at the walls of the workspace", () => {
    account(db, "guest", [
      ["w", "consultant"],
      ["w2", "consultant"],
    ]);
    account(db, "stranger", [["w2", "consultant"]]);
    expect(() => eraseUser(context(), "guest")).toThrow("forbidden");
    expect(() => eraseUser(context(), "stranger")).toThrow("not-found");
    expect(() => eraseUser(context(), "nobody")).toThrow("not-found");
    expect(readErasure(context(), "guest")?.hindrance).toBe("elsewhere");
  });

  it("of one's own asks for the password, and reaches every workspace", async () => {
    account(db, "w2-owner", [["w2", "owner"]]);
    account(db, "me", [
      ["w", "consultant"],
      ["w2", "consultant"],
    ]);
    const hash = await hashPassword("tujuh ekor bangau");
    db.$client.prepare("update user set password_hash = ? where id = 'me'").run(hash);
    await expect(eraseMe(context("me"), "salah")).rejects.toThrow("wrong-password");
    await eraseMe(context("me"), "tujuh ekor bangau");
    expect(listMemberships(db, "me")).toEqual([]);
    const noted = db.$client
      .prepare("select workspace_id from audit_event where action = 'person.erase' order by workspace_id")
      .all();
    expect(noted).toEqual([{ workspace_id: "w" }, { workspace_id: "w2" }]);
  });

  it("reaches people who have lost their last role here, and them only", () => {
    const add = db.$client.prepare(
      "insert into audit_event (at, workspace_id, actor_kind, action, object_kind, object_id, previous_hash, hash) " +
        "values (1, ?, 'system', 'person.add', 'user', ?, '', ?)",
    );
    account(db, "former", []);
    account(db, "elsewhere", []);
    add.run("w", "former", "1");
    add.run("w", "ani", "2");
    add.run("w2", "elsewhere", "3");
    expect(readFormerPeople(context()).map(({ id }) => id)).toEqual(["former"]);
    expect(() => eraseUser(context(), "elsewhere")).toThrow("not-found");
    eraseUser(context(), "former");
    expect(readFormerPeople(context())).toEqual([]);
  });
});

describe("erasing a panel member", () => {
  let assessmentId: string;

  beforeEach(() => {
    account(db, "owner", [["w", "owner"]]);
    [assessmentId] = sampleAssessments(db);
  });

  const members = () => listMembers(db, assessmentId);
  const result = () =>
    canonicalJson(computeResult(readBasis(context(), requireAssessment(context(), assessmentId))));
  const judgments = () => db.$client.prepare("select * from judgment order by id").all();

  it("leaves score, publication and judgments byte for byte as they were, for one and for all", () => {
    const before = { result: result(), judgments: judgments(), frozen: latestPublication(db, assessmentId) };
    const [first, ...others] = members();
    eraseMember(context(), assessmentId, first?.id ?? "");
    expect(result()).toBe(before.result);
    for (const { id } of others) eraseMember(context(), assessmentId, id);
    expect({ result: result(), judgments: judgments(), frozen: latestPublication(db, assessmentId) }).toEqual(
      before,
    );
    expect(members().length).toBe(others.length + 1);
  });

  it("takes name, address, link, session and messages, and those of nobody else", () => {
    db.$client.prepare("update assessment set state = 'open' where id = ?").run(assessmentId);
    // People of the sample sit in both of its panels; these two sit in one.
    for (const { id } of members()) updateMember(db, assessmentId, id, { email: `${id}@example.com` });
    const [first, second] = members();
    if (!first || !second) throw new Error("The sample has no panel");
    for (const { id, email } of [first, second]) {
      const token = inviteMember(context(), assessmentId, id);
      expect(startAssessorSession(context(), token)).not.toBeNull();
      message(db, `to ${id}`, { state: "waiting", recipient: email, about: `panel-member/${id}` });
    }
    saveTemplate(context(), assessmentId, { name: "Tahunan", withPanel: true });
    eraseMember(context(), assessmentId, first.id);
    expect(traces(first.email, second.email)).toEqual([second.email]);
    expect(readTemplates(context())[0]?.settings.panel).toHaveLength(members().length - 1);
    expect(db.$client.prepare("select count(*) as n from session").get()).toEqual({ n: 1 });
    expect(db.$client.prepare("select count(*) as n from invitation").get()).toEqual({ n: 1 });
    expect(findMail(db, "w", `to ${first.id}`)).toBeUndefined();
    expect(findMail(db, "w", `to ${second.id}`)).toBeDefined();
  });

  it("numbers the nameless in the assessment's language, without gaps and only once", () => {
    const ids = members().map(({ id }) => id);
    for (const id of [...ids, ...ids]) eraseMember(context(), assessmentId, id);
    const names = members().map(({ name }) => name);
    expect(names.sort()).toEqual(ids.map((_id, index) => `Penilai ${index + 1}`).sort());
    const noted = db.$client
      .prepare("select count(*) as n from audit_event where action = 'member.erase'")
      .get();
    expect(noted).toEqual({ n: ids.length });
  });

  it("tells in which other panels of the workspace the person sits", () => {
    const [first] = members();
    if (!first) throw new Error("The sample has no panel");
    const [other, ...more] = readOtherSeats(context(), first);
    expect(other?.assessmentId).not.toBe(assessmentId);
    expect(more).toEqual([]);
    expect(readOtherSeats(context("x", "w2"), first)).toEqual([]);
    eraseMember(context(), other?.assessmentId ?? "", other?.memberId ?? "");
    expect(readOtherSeats(context(), first)).toEqual([]);
  });

  it("reaches members who were removed, and no assessment of another workspace", () => {
    const [first] = members();
    if (!first) throw new Error("The sample has no panel");
    updateMember(db, assessmentId, first.id, { removedAt: NOW });
    expect(() => eraseMember(context("x", "w2"), assessmentId, first.id)).toThrow("not-found");
    expect(traces(first.email)).toEqual([first.email]);
    eraseMember(context(), assessmentId, first.id);
    expect(db.$client.prepare("select email from panel_member where id = ?").get(first.id)).toEqual({
      email: `erased-${first.id}@erased.invalid`,
    });
  });
});
