import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { postAccountLink, postInvitation, postPublished } from "~/use-cases/announce";
import { requireAssessment } from "~/use-cases/assessments";
import type { ScopedContext } from "~/use-cases/context";
import { markUnreadable, readOutbox } from "~/use-cases/outbox";
import { inviteMember, readMember } from "~/use-cases/panel";
import { requestReset } from "~/use-cases/reset-password";
import { createTestApp, type TestApp } from "../support/app";
import { anOpenAssessment } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Account } from "../support/people";

let app: TestApp;
let consultant: Account;
let companyId: string;
let assessmentId: string;
let memberId: string;

beforeEach(async () => {
  app = await createTestApp();
  consultant = await app.signIn("consultant");
  const { members, ...open } = anOpenAssessment(app);
  ({ companyId, assessmentId } = open);
  memberId = members[0] ?? "";
});

/** The context of the time when the installation ran under another secret. */
function earlier(): ScopedContext {
  const { settings, ...context } = app.context();
  return { ...context, settings: { ...settings, secret: "fedcba9876543210".repeat(2) } };
}

const newest = () => readOutbox(app.context())[0]?.id ?? "";
const shownTo = (as: Account) => app.get(`/mail/${newest()}`, { as });

describe("a message that was sealed under another secret", () => {
  it("is a page that says so and leads to where a new personal link is made", async () => {
    inviteMember(earlier(), assessmentId, memberId);
    const { status, body } = await shownTo(consultant);
    expect(status).toBe(200);
    expect(textOf(body)).toContain(textOf(m.mail_unreadable()));
    expect(textOf(body)).not.toContain(m.mail_body_gone());
    const panel = `/assessments/${assessmentId}/panel`;
    expect(attributes(body, "a", "href")).toContain(panel);
    app.advance(1000);
    const made = await app.post(panel, { intent: "invite", member: memberId }, { as: consultant });
    expect(made.status).toBe(200);
    expect((await shownTo(consultant)).body).toContain("/i/");
  });

  it("says so in the reader's language", async () => {
    inviteMember(earlier(), assessmentId, memberId);
    await app.post("/language", { language: "en", returnTo: "/mail" }, { as: consultant });
    const { body } = await shownTo(consultant);
    expect(textOf(body)).toContain("encrypted under another SESSION_SECRET");
    expect(textOf(body)).toContain("make a new personal link");
  });

  it("is not offered to be sent again, and refused when it is asked for all the same", async () => {
    inviteMember(earlier(), assessmentId, memberId);
    markUnreadable(app.context(), { id: newest() });
    const { body } = await shownTo(consultant);
    expect(textOf(body)).toContain(m.mail_state_failed());
    expect(attributes(body, "form", "action")).not.toContain(`/mail/${newest()}`);
    expect((await app.post(`/mail/${newest()}`, {}, { as: consultant })).status).toBe(409);
  });

  it("that can be read again says why it had been given up, and is sent again", async () => {
    inviteMember(app.context(), assessmentId, memberId);
    markUnreadable(app.context(), { id: newest() });
    const { body } = await shownTo(consultant);
    expect(textOf(body)).toContain(textOf(m.mail_error_other_secret()));
    expect(body).toContain("/i/");
    expect((await app.post(`/mail/${newest()}`, {}, { as: consultant })).location).toBe("/mail");
    expect(textOf((await shownTo(consultant)).body)).not.toContain("SESSION_SECRET");
  });
});

describe("what takes the place of such a message", () => {
  it("of a company's person is a new link in the list of its people", async () => {
    const viewer = await app.signIn("viewer", companyId);
    postAccountLink(earlier(), viewer.userId, "x");
    const { body } = await shownTo(consultant);
    expect(attributes(body, "a", "href")).toContain(`/companies/${companyId}/people`);
  });

  it("of a consultant is a link that only an owner can make", async () => {
    postAccountLink(earlier(), consultant.userId, "x");
    const main = ({ body }: { body: string }) => body.slice(body.indexOf("<main"));
    expect(attributes(main(await shownTo(consultant)), "a", "href")).not.toContain("/people");
    expect(attributes(main(await shownTo(await app.signIn("owner"))), "a", "href")).toContain("/people");
  });

  it("for a new password is that the recipient asks again", async () => {
    requestReset(earlier(), consultant.email);
    const { status, body } = await shownTo(consultant);
    expect(status).toBe(200);
    expect(textOf(body)).toContain(textOf(m.mail_anew_recipient()));
  });

  it("of a notice is to tell it oneself", async () => {
    await app.signIn("manager", companyId);
    postPublished(earlier(), requireAssessment(app.context(), assessmentId));
    const { body } = await shownTo(consultant);
    expect(textOf(body)).toContain(textOf(m.mail_anew_tell()));
    expect(attributes(body, "a", "href")).toContain(`/assessments/${assessmentId}`);
  });

  it("is nothing where what it was about is gone", async () => {
    const assessment = requireAssessment(app.context(), assessmentId);
    const member = { ...readMember(app.context(), assessmentId, memberId), id: "removed" };
    postInvitation(earlier(), assessment, member, { token: "x", kind: "invitation" });
    const { status, body } = await shownTo(consultant);
    expect(status).toBe(200);
    expect(textOf(body)).toContain(textOf(m.mail_unreadable()));
    expect(textOf(body)).not.toContain(textOf(m.mail_anew_panel()));
  });
});
