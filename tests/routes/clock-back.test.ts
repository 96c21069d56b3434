import { expect, it } from "vitest";
import { verifyAudit } from "#db/audit";
import { listHistory, listMemberStanding } from "#db/judgments";
import { createTestApp } from "../support/app";
import { anOpenAssessment } from "../support/factories";

const DAY = 24 * 60 * 60 * 1000;

/** An assessment whose panel judges, on a server whose clock a test can turn. */
async function judging() {
  const app = await createTestApp();
  const open = anOpenAssessment(app);
  const memberId = open.members[0] ?? "";
  const assessor = await app.sitDown(open.assessmentId, memberId);
  const save = (level: string) =>
    app.post(
      "/assess/functions/intake",
      { level, confidence: "2", rationale: `Level ${level}` },
      { as: assessor },
    );
  return { app, memberId, assessor, save, open };
}

it("a clock that is set back by a day changes no order: what was saved last stands", async () => {
  const { app, memberId, save } = await judging();
  expect((await save("2")).status).toBe(302);
  app.advance(-DAY);
  expect((await save("3")).status).toBe(302);
  const history = listHistory(app.services.db, memberId, "intake", 1);
  expect(history.map(({ level, version }) => [level, version])).toEqual([
    [2, 1],
    [3, 2],
  ]);
  // The second one has the earlier time, and counts.
  expect(history[1]?.createdAt.getTime()).toBeLessThan(history[0]?.createdAt.getTime() ?? 0);
  expect(listMemberStanding(app.services.db, memberId)).toMatchObject([{ level: 3 }]);
  expect(verifyAudit(app.services.db).fault).toBeNull();
});

it("sessions go on over a clock that is set back, and end when the clock reaches their time again", async () => {
  const { app, assessor } = await judging();
  const owner = await app.signIn("owner");
  app.advance(-DAY);
  expect((await app.get("/companies", { as: owner })).status).toBe(200);
  expect((await app.get("/assess", { as: assessor })).status).toBe(200);
  app.advance(15 * DAY + 1000);
  expect((await app.get("/companies", { as: owner })).status).toBe(302);
});
