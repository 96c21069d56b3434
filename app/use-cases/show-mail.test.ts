import { beforeEach, expect, test } from "vitest";
import type { Role } from "#db/accounts";
import type { Db } from "#db/client";
import { account, twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { createCompany } from "./companies";
import { readOutbox } from "./outbox";
import { addCompanyPerson } from "./people";
import { requestReset } from "./reset-password";
import { showMail } from "./show-mail";

let db: Db;
beforeEach(() => {
  db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  account(db, "consultant", [["w", "consultant"]]);
  account(db, "colleague", [["w", "consultant"]]);
  account(db, "both", [
    ["w", "consultant"],
    ["w2", "consultant"],
  ]);
});

function context(role: Role) {
  const base = workingContext(db, role);
  const memberships = [{ workspaceId: "w", role, companyId: null }];
  return { ...base, actor: { ...base.actor, memberships } };
}

/** What somebody is shown of a message about an account; whoever can see the outbox can ask for one. */
function shown(reader: Role, userId: string) {
  requestReset(context(reader), `${userId}@example.com`);
  const [mail] = readOutbox(context(reader)).filter(({ objectId }) => objectId === userId);
  return showMail(context(reader), mail?.id ?? "");
}

test("a consultant cannot become the owner by asking for a reset in their name", () => {
  const mail = shown("consultant", "owner");
  expect(mail).toMatchObject({ withheld: true, text: "" });
  expect(JSON.stringify(mail)).not.toContain("/account/");
});

test("nor a colleague, whose link only an owner may pass on", () => {
  expect(shown("consultant", "colleague")).toMatchObject({ withheld: true, text: "" });
  const forOwner = shown("owner", "colleague");
  expect(forOwner.withheld).toBe(false);
  expect(forOwner.text).toContain("/account/");
});

test("nobody is shown a link to an account that works in another workspace, too", () => {
  expect(shown("owner", "both")).toMatchObject({ withheld: true, text: "" });
});

test("a link for somebody of a company is there to be passed on", () => {
  const company = { industry: "other", country: "ID", size: "small", offering: "services" } as const;
  const companyId = createCompany(context("owner"), { ...company, name: "PT Uji" });
  addCompanyPerson(context("consultant"), companyId, {
    ...{ name: "Wati", email: "wati@example.com", role: "viewer" },
  });
  const [mail] = readOutbox(context("consultant"));
  const { withheld, text } = showMail(context("consultant"), mail?.id ?? "");
  expect(withheld).toBe(false);
  expect(text).toContain("/account/");
});

test("a message of another workspace is not there", () => {
  requestReset(context("owner"), "owner@example.com");
  const [mail] = readOutbox(context("owner"));
  const elsewhere = { ...context("owner"), scope: { workspaceId: "w2", companyIds: null } };
  expect(() => showMail(elsewhere, mail?.id ?? "")).toThrow("not-found");
});

test("of a message sealed under another secret only the text is missing, and its place is told", () => {
  const { settings, ...rest } = context("owner");
  const before = { ...rest, settings: { ...settings, secret: "fedcba9876543210".repeat(2) } };
  requestReset(before, "colleague@example.com");
  const [mail] = readOutbox(context("owner"));
  expect(showMail(context("owner"), mail?.id ?? "")).toMatchObject({
    ...{ unreadable: true, withheld: false, text: "", recipient: "colleague@example.com" },
    place: { companyId: null },
  });
  expect(showMail(context("consultant"), mail?.id ?? "").place).toBeNull();
  expect(showMail(before, mail?.id ?? "")).toMatchObject({ unreadable: false, place: null });
});
