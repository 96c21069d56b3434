import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { insertEvidence } from "#db/evidence";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { saveJudgment } from "~/use-cases/judging";
import type { MemberInput } from "~/use-cases/panel";
import { publish, withdraw } from "~/use-cases/publish";
import { createTestApp, type TestApp } from "../support/app";
import { aCompany, anAssessment, aPanel, aRubric } from "../support/factories";
import { textOf } from "../support/html";
import type { Person } from "../support/people";

type Perspective = MemberInput["perspective"];
type Panel = { perspective: Perspective; levels: (number | null)[] }[];

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

/** What a member writes: recognisable, and without a word of who they are. */
const reason = (index: number, key: string) => `Alasan-${index + 1}-${key}`;

/** A closed assessment in which everybody gave a reason for every level. */
function judged(companyId: string, panel: Panel, given: { asOf?: string; quorum?: number } = {}) {
  const assessmentId = anAssessment(app, companyId, given);
  const members = aPanel(
    app,
    assessmentId,
    panel.map(({ perspective }) => perspective),
  );
  changeState(app.context(), assessmentId, "open");
  members.forEach((memberId, index) => {
    const actor = { kind: "assessor", memberId, assessmentId } as const;
    aRubric(app).functions.forEach(({ key }, place) => {
      const level = panel[index]?.levels[place] ?? null;
      saveJudgment({ ...app.context(), actor }, key, {
        ...{ level, cannotJudge: level === null ? "no-information" : null, confidence: null },
        ...{ rationale: reason(index, key), indicators: {} },
      });
      const note = `Bukti-${index + 1}-${key}`;
      const row = {
        id: randomUUID(),
        memberId,
        kind: "observation" as const,
        note,
        createdAt: app.context().now,
      };
      insertEvidence(app.services.db, row, [key]);
    });
  });
  changeState(app.context(), assessmentId, "close");
  return { assessmentId, members };
}

const alike = (perspectives: Perspective[], levels = [3, 3, 3]): Panel =>
  perspectives.map((perspective) => ({ perspective, levels }));

async function read(assessmentId: string, as: Person) {
  const { status, body } = await app.get(`/assessments/${assessmentId}/report`, {
    as,
    headers: { "Accept-Language": "id" },
  });
  return { status, body, text: textOf(body) };
}

describe("what the panel wrote", () => {
  it("is shown by perspective, small ones together, and never with a name", async () => {
    const companyId = aCompany(app);
    const panel = alike(["insider", "insider", "insider", "expert", "expert", "customer"]);
    const { assessmentId, members } = judged(companyId, panel);
    publish(app.context(), assessmentId);
    const { body, text } = await read(assessmentId, await app.signIn("viewer", companyId));
    expect(text).toContain(m.report_group_judgments({ perspectives: m.perspective_insider(), n: 3 }));
    expect(text).toContain("Pakar dan pelanggan bersama-sama, n = 3");
    expect(text).not.toContain(m.report_group_judgments({ perspectives: m.perspective_expert(), n: 2 }));
    for (let index = 0; index < panel.length; index++) expect(text).toContain(reason(index, "intake"));
    for (const id of members) expect(body).not.toContain(id);
    expect(body).not.toMatch(/anggota\d@|Anggota \d/);
  });

  it("does not reach the company when too few judged, not even hidden in the page", async () => {
    const companyId = aCompany(app);
    const { assessmentId } = judged(companyId, alike(["insider", "expert"], [1, 4, 4]));
    publish(app.context(), assessmentId);
    const viewer = await app.signIn("viewer", companyId);
    const { body, text } = await read(assessmentId, viewer);
    expect(text).toContain(m.report_voices_withheld({ minimum: 3 }));
    expect(text).toContain(m.report_spread_withheld({ minimum: 3 }));
    expect(body).not.toMatch(/Alasan-|Bukti-/);
    const staff = await read(assessmentId, await app.signIn("consultant"));
    expect(staff.text).not.toContain(m.report_spread_withheld({ minimum: 3 }));
  });

  it("is left out where somebody could not judge, since that would tell who they are", async () => {
    const companyId = aCompany(app);
    const panel = [...alike(["insider", "insider", "insider"]), ...alike(["customer"])];
    const last = panel.at(-1);
    if (last) last.levels = [null, null, null] as never;
    const { assessmentId } = judged(companyId, panel);
    publish(app.context(), assessmentId);
    const { body } = await read(assessmentId, await app.signIn("viewer", companyId));
    expect(body).toContain(reason(0, "intake"));
    expect(body).not.toContain(reason(3, "intake"));
  });

  it("comes in another order for every function", async () => {
    const companyId = aCompany(app);
    const panel = alike(Array.from({ length: 12 }, () => "insider" as const));
    const { assessmentId } = judged(companyId, panel);
    const { text } = await read(assessmentId, await app.signIn("owner"));
    const orders = aRubric(app).functions.map(({ key }) =>
      [...text.matchAll(new RegExp(`Alasan-(\\d+)-${key}`, "g"))].map(([, number]) => number).join(" "),
    );
    expect(orders.every((order) => order.split(" ").length === 12)).toBe(true);
    expect(new Set(orders).size).toBe(orders.length);
  });
});

describe("who a level hangs on", () => {
  const PIVOTAL: Panel = [
    { perspective: "insider", levels: [2, 3, 3] },
    { perspective: "insider", levels: [3, 3, 3] },
    { perspective: "insider", levels: [3, 3, 3] },
    { perspective: "expert", levels: [2, 3, 3] },
    { perspective: "expert", levels: [3, 3, 3] },
  ];

  it("is told to consultants by name", async () => {
    const { assessmentId } = judged(aCompany(app), PIVOTAL);
    const { text } = await read(assessmentId, await app.signIn("consultant"));
    expect(text).toContain(m.report_sensitivity_names());
    expect(text).toMatch(/Anggota 2 ?: /);
    expect(text).not.toMatch(/Anggota 1 ?: /);
  });

  it("is one member, no more, to the company", async () => {
    const companyId = aCompany(app);
    const { assessmentId } = judged(companyId, PIVOTAL);
    publish(app.context(), assessmentId);
    const { text } = await read(assessmentId, await app.signIn("viewer", companyId));
    expect(text).not.toContain(m.report_sensitivity_names());
    const [fn] = aRubric(app).functions;
    const [, second, third] = aRubric(app).levels;
    const line = m.report_sensitivity_function({
      function: fn?.name.id ?? "",
      from: `3 ${third?.name.id}`,
      to: `2 ${second?.name.id}`,
      members: 3,
    });
    expect(text).toContain(line);
  });
});

describe("the report", () => {
  it("lays the computation of each level open", async () => {
    const panel = alike(["insider", "insider", "expert"]);
    panel.forEach((member, index) => {
      member.levels = [index + 1, 3, 4];
    });
    const { assessmentId } = judged(aCompany(app), panel);
    const { text } = await read(assessmentId, await app.signIn("owner"));
    expect(text).toContain(m.report_why_sorted({ judgments: "1 2 3" }));
    expect(text).toContain(m.report_why_rule({ n: 3, needed: 2 }));
    expect(text).toContain(m.report_why_result({ level: 2 }));
  });

  it("says that it is not published, and under which number it is", async () => {
    const { assessmentId } = judged(aCompany(app), alike(["insider", "insider", "expert"]));
    const owner = await app.signIn("owner");
    expect((await read(assessmentId, owner)).text).toContain(m.report_live_title());
    publish(app.context(), assessmentId);
    const { text } = await read(assessmentId, owner);
    expect(text).not.toContain(m.report_live_title());
    expect(text).toContain(m.report_edition_number({ number: 1, date: "30 Juni 2026" }));
  });

  it("compares with the assessment before, as it was when this one was published", async () => {
    const companyId = aCompany(app);
    const panel = (level: number) => alike(["insider", "insider", "expert"], [level, level, level]);
    const before = judged(companyId, panel(1), { asOf: "2025-06-30" });
    publish(app.context(), before.assessmentId);
    app.advance(60_000);
    const now = judged(companyId, panel(3));
    publish(app.context(), now.assessmentId);
    const viewer = await app.signIn("viewer", companyId);
    const since = m.report_since_functions({ up: 3, same: 0, down: 0 });
    expect((await read(now.assessmentId, viewer)).text).toContain(since);

    app.advance(60_000);
    withdraw(app.context(), before.assessmentId);
    expect((await read(now.assessmentId, viewer)).text).not.toContain(since);
    app.services.db.$client
      .prepare("update judgment set level = 4 where member_id = ?")
      .run(before.members[0] ?? "");
    app.services.db.$client
      .prepare("update judgment set level = 4 where member_id = ?")
      .run(before.members[1] ?? "");
    publish(app.context(), before.assessmentId);
    expect((await read(now.assessmentId, viewer)).text).toContain(since);
  });

  it("does not compare with an assessment by another rubric", async () => {
    const companyId = aCompany(app);
    const other = anAssessment(app, companyId, { rubricKey: "omnichannel-maturity", asOf: "2025-06-30" });
    expect(other).toBeTruthy();
    const { assessmentId } = judged(companyId, alike(["insider", "insider", "expert"]));
    const { text } = await read(assessmentId, await app.signIn("owner"));
    expect(text).not.toContain(m.report_change_title({ date: "30 Juni 2025" }));
  });
});
