import { expect, it } from "vitest";
import {
  aCompany,
  anAssessment,
  anOpenAssessment,
  aPanel,
  judge,
  MAIN_RUBRIC,
} from "../../tests/support/factories";
import { refusalOf } from "../../tests/support/refusal";
import { twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { requireAssessment } from "./assessments";
import { editMember, inviteMember, readPanel } from "./panel";
import { replaceMember } from "./replace-member";
import { readBasis } from "./results";

function place() {
  const db = twoWorkspaces();
  return { db, context: () => workingContext(db) };
}
const PERSON = { name: "Ratih", email: "Ratih@Example.com" };

it("puts somebody else in a member's place, whose judgments no longer count", () => {
  const app = place();
  const open = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC });
  const { assessmentId, members } = open;
  const [, old = ""] = members;
  const [fn = ""] = open.rubric.functions.map(({ key }) => key);
  const same = {
    perspective: "customer",
    weight: 2,
    weightReason: "Pelanggan lama",
    functions: [fn],
  } as const;
  judge(
    app,
    open,
    old,
    open.rubric.functions.map(() => 3),
  );
  editMember(app.context(), assessmentId, old, {
    ...{ name: "Ratna", email: "ratna@example.com" },
    ...{ ...same, functions: [fn] },
  });
  const { id, invited } = replaceMember(app.context(), assessmentId, old, PERSON);
  expect(invited).toBe(false);
  const panel = readPanel(app.context(), assessmentId);
  expect(panel.map((member) => member.id)).toEqual([members[0], id, members[2]]);
  expect(panel[1]).toMatchObject({
    ...same,
    ...{ name: "Ratih", email: "ratih@example.com", replacesId: old, replacesName: "Ratna" },
    ...{ invitedAt: null, judged: 0 },
  });
  expect(readBasis(app.context(), requireAssessment(app.context(), assessmentId)).judgments).toEqual([]);
  const logged = app.db.$client.prepare("select object_id from audit_event where action = 'member.replace'");
  expect(logged.pluck().all()).toEqual([id]);
});

it("invites the new person at once where the old one was, and ends the old link", () => {
  const app = place();
  const { assessmentId, members } = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC });
  const [old = ""] = members;
  inviteMember(app.context(), assessmentId, old);
  const { id, invited } = replaceMember(app.context(), assessmentId, old, PERSON);
  expect(invited).toBe(true);
  expect(readPanel(app.context(), assessmentId)[0]).toMatchObject({ id, invitedAt: expect.any(Date) });
  const live = app.db.$client.prepare(
    "select count(*) from invitation where member_id = ? and revoked_at is null",
  );
  expect(live.pluck().get(old)).toBe(0);
  const sent = app.db.$client.prepare(
    "select count(*) from mail where object_id = ? and kind = 'invitation'",
  );
  expect(sent.pluck().get(id)).toBe(1);
});

it("takes nobody who sits on the panel, and nobody's place", () => {
  const app = place();
  const id = anAssessment(app, aCompany(app), { rubricKey: MAIN_RUBRIC });
  const [first = ""] = aPanel(app, id);
  const reason = (memberId: string, email: string) =>
    refusalOf(() => replaceMember(app.context(), id, memberId, { ...PERSON, email }))?.reason;
  expect(reason(first, "anggota2@example.com")).toBe("email-taken");
  expect(reason("nobody", PERSON.email)).toBe("not-found");
  expect(readPanel(app.context(), id)).toHaveLength(3);
});
