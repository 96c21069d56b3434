import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import type { MemberInput } from "~/use-cases/panel";
import { publish } from "~/use-cases/publish";
import { createTestApp, type TestApp } from "../support/app";
import { aCompany, anAssessment, aPanel, aRubric, judge, MAIN_RUBRIC } from "../support/factories";
import { textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

const six: MemberInput["perspective"][] = ["expert", "expert", "insider", "insider", "customer", "customer"];

type Given = {
  asOf: string;
  level: number;
  rubricKey?: string;
  perspectives?: MemberInput["perspective"][];
  published?: boolean;
};

/** An assessment whose panel (anggota1@ … on every one of them) gives one level throughout. */
function judged(companyId: string, { asOf, level, rubricKey, perspectives = six, published }: Given): string {
  const assessmentId = anAssessment(app, companyId, { asOf, ...(rubricKey ? { rubricKey } : {}) });
  const members = aPanel(app, assessmentId, perspectives);
  changeState(app.context(), assessmentId, "open");
  const rubric = aRubric(app, rubricKey);
  for (const member of members) {
    const levels = rubric.functions.map(() => level);
    judge(app, { assessmentId, rubric }, member, levels);
  }
  changeState(app.context(), assessmentId, "close");
  if (published) publish(app.context(), assessmentId);
  return assessmentId;
}

async function read(companyId: string, as: Person, pair?: { before: string; after: string }) {
  const query = pair ? `?${new URLSearchParams(pair)}` : "";
  const { status, body } = await app.get(`/companies/${companyId}/compare${query}`, {
    as,
    headers: { "Accept-Language": "id" },
  });
  return { status, body, text: textOf(body) };
}

describe("comparing two assessments", () => {
  it("sets them side by side with the differences and the people on both panels", async () => {
    const companyId = aCompany(app);
    const before = judged(companyId, { asOf: "2025-06-30", level: 2 });
    const after = judged(companyId, { asOf: "2026-06-30", level: 3 });
    const { status, text } = await read(companyId, await app.signIn("owner"), { before, after });
    expect(status).toBe(200);
    expect(text).toContain(m.report_compare_summary_functions({ up: 3, same: 0, down: 0 }));
    expect(text).toContain(m.report_compare_shared({ shared: 6 }));
    expect(text).toContain(m.report_compare_how_paired({ n: 6 }));
    // Six pairs that all rose by one: exact p .03125, and .09375 after Holm over three functions.
    expect(text).toContain("0,0313 0,0938");
    expect(text).toContain(m.report_compare_verdict_too_small());
  });

  it("begins with the two latest of one measure", async () => {
    const companyId = aCompany(app);
    judged(companyId, { asOf: "2024-06-30", level: 1 });
    judged(companyId, { asOf: "2025-06-30", level: 2 });
    judged(companyId, { asOf: "2026-03-31", level: 2, rubricKey: MAIN_RUBRIC });
    judged(companyId, { asOf: "2026-06-30", level: 4 });
    const { status, text } = await read(companyId, await app.signIn("owner"));
    expect(status).toBe(200);
    expect(text).toContain(m.report_compare_summary_functions({ up: 3, same: 0, down: 0 }));
    expect(text).toContain("+2");
  });

  it("is refused with the reason between different rubrics, and of one with itself", async () => {
    const companyId = aCompany(app);
    const small = judged(companyId, { asOf: "2025-06-30", level: 2 });
    const main = judged(companyId, { asOf: "2026-06-30", level: 2, rubricKey: MAIN_RUBRIC });
    const owner = await app.signIn("owner");
    const unlike = await read(companyId, owner, { before: small, after: main });
    expect(unlike.status).toBe(409);
    expect(unlike.text).toContain(m.report_compare_refused_other_rubric());
    const same = await read(companyId, owner, { before: small, after: small });
    expect(same.status).toBe(409);
    expect(same.text).toContain(m.report_compare_refused_same());
  });

  it("finds nothing that is not the reader's to see", async () => {
    const companyId = aCompany(app);
    const before = judged(companyId, { asOf: "2025-06-30", level: 2, published: true });
    const secret = judged(companyId, { asOf: "2026-06-30", level: 3 });
    const foreign = judged(aCompany(app), { asOf: "2026-06-30", level: 3, published: true });
    const viewer = await app.signIn("viewer", companyId);
    expect((await read(companyId, viewer, { before, after: secret })).status).toBe(404);
    expect((await read(companyId, viewer, { before, after: foreign })).status).toBe(404);
    expect((await read(companyId, viewer, { before, after: "x" })).status).toBe(404);
    const alone = await read(companyId, viewer);
    expect(alone.status).toBe(200);
    expect(alone.text).toContain(m.report_compare_few_title());
  });

  it("keeps from the company a test over so few people that it would show what they said", async () => {
    const companyId = aCompany(app);
    const pair: MemberInput["perspective"][] = ["expert", "insider"];
    judged(companyId, { asOf: "2025-06-30", level: 2, perspectives: pair, published: true });
    judged(companyId, { asOf: "2026-06-30", level: 3, perspectives: pair, published: true });
    const viewer = await read(companyId, await app.signIn("viewer", companyId));
    expect(viewer.text).toContain(m.report_compare_verdict_withheld());
    const staff = await read(companyId, await app.signIn("consultant"));
    expect(staff.text).toContain(m.report_compare_verdict_too_small());
  });

  it("shows the published levels and no test once the judgments are others", async () => {
    const companyId = aCompany(app);
    judged(companyId, { asOf: "2025-06-30", level: 2, published: true });
    judged(companyId, { asOf: "2026-06-30", level: 3, published: true });
    app.services.db.$client.exec("update judgment set level = 1");
    const { text } = await read(companyId, await app.signIn("viewer", companyId));
    expect(text).toContain(m.report_compare_summary_functions({ up: 3, same: 0, down: 0 }));
    expect(text).toContain(m.report_compare_verdict_withheld());
  });
});
