import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { addMember } from "~/use-cases/panel";
import { publish } from "~/use-cases/publish";
import { createTestApp, type TestApp } from "../support/app";
import { aCompany, anAssessment, aRubric, judge, MAIN_RUBRIC } from "../support/factories";
import { textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

type Given = { asOf: string; people: Record<string, number>; rubricKey?: string; published?: boolean };

/** An assessment by named people, each with one level for the first function and 2 for the rest. */
function wave(companyId: string, { asOf, people, rubricKey, published = false }: Given): string {
  const id = anAssessment(app, companyId, { asOf, ...(rubricKey ? { rubricKey } : {}) });
  const seats = Object.entries(people).map(([name, level]) => {
    const member = { name, email: `${name}@example.com`, perspective: "expert" as const, weight: 1 };
    return { member: addMember(app.context(), id, member), level };
  });
  changeState(app.context(), id, "open");
  const rubric = aRubric(app, rubricKey);
  for (const { member, level } of seats) {
    judge(
      app,
      { assessmentId: id, rubric },
      member,
      rubric.functions.map((_fn, index) => (index === 0 ? level : 2)),
    );
  }
  changeState(app.context(), id, "close");
  if (published) publish(app.context(), id);
  return id;
}

async function read(companyId: string, as: Person, query = "", language = "id") {
  const headers = { "Accept-Language": language };
  const { status, body } = await app.get(`/companies/${companyId}/compare?${query}`, { as, headers });
  return { status, body, text: textOf(body) };
}

const five = (level: number) => ({ ani: level, budi: level, citra: level, dewi: level, eko: level });
const chosen = (ids: string[]) => new URLSearchParams(ids.map((id) => ["w", id])).toString();

describe("comparing waves", () => {
  it("says of five experts who all moved up by one that the panel is too small to tell", async () => {
    const companyId = aCompany(app);
    const ids = [
      wave(companyId, { asOf: "2025-06-30", people: five(2), published: true }),
      wave(companyId, { asOf: "2026-06-30", people: five(3), published: true }),
    ];
    for (const as of [await app.signIn("owner"), await app.signIn("viewer", companyId)]) {
      const { status, text } = await read(companyId, as, chosen(ids), "en");
      expect(status).toBe(200);
      expect(text).toContain("p = .0625");
      expect(text).toMatch(/panel too small to tell/i);
      expect(text).not.toMatch(/significan/i);
      // All of them rose: A = 1, delta = 1, and p alone before the correction for three functions.
      expect(text).toContain("1.00 1.00 .0625");
    }
    const indonesian = await read(companyId, await app.signIn("owner"), chosen(ids));
    expect(indonesian.text).toContain("p = 0,0625");
    expect(indonesian.text).not.toMatch(/signifikan/i);
  });

  it("shows all that were chosen, oldest first, and looks at the first and the last", async () => {
    const companyId = aCompany(app);
    const last = wave(companyId, { asOf: "2026-06-30", people: five(4) });
    const first = wave(companyId, { asOf: "2024-06-30", people: five(1) });
    const middle = wave(companyId, { asOf: "2025-06-30", people: five(3) });
    const owner = await app.signIn("owner");
    const { text } = await read(companyId, owner, chosen([last, middle, first]));
    expect(text).toContain("30 Jun 2024 30 Jun 2025 30 Jun 2026");
    expect(text).toContain("+3");
    const step = await read(
      companyId,
      owner,
      `${chosen([first, middle, last])}&before=${middle}&after=${last}`,
    );
    expect(step.text).toContain("+1");
    expect(step.text).not.toContain("+3");
    expect(step.body).toMatch(/aria-current="page"[^>]*>30 Jun 2025 → 30 Jun 2026/);
  });

  it("tells what a changed panel adds from what the same experts say", async () => {
    const companyId = aCompany(app);
    const before = { ani: 2, budi: 2, citra: 2, dewi: 1, eko: 1, fajar: 1, gita: 1 };
    const after = { ani: 2, budi: 2, citra: 2, hadi: 4, indra: 4, joko: 4, kiki: 4 };
    const ids = [
      wave(companyId, { asOf: "2025-06-30", people: before, published: true }),
      wave(companyId, { asOf: "2026-06-30", people: after, published: true }),
    ];
    // From 1 to 4 by all judgments; the three on both panels did not move: all steps are the panel's.
    for (const as of [await app.signIn("owner"), await app.signIn("viewer", companyId)]) {
      const { text } = await read(companyId, as, chosen(ids), "en");
      expect(text).toMatch(/\+3 0 2\D*→ 2\D*3 \+3/);
      expect(text).toContain(m.compare_how_overlapping({ n: 3, before: 7, after: 7 }, { locale: "en" }));
    }
  });

  it("keeps from the company what the rest of the panel would be told by", async () => {
    const companyId = aCompany(app);
    const ids = [
      wave(companyId, { asOf: "2025-06-30", people: { ...five(2), fajar: 1 }, published: true }),
      wave(companyId, { asOf: "2026-06-30", people: five(3), published: true }),
    ];
    const part = (text: string) => text.slice(text.indexOf(m.compare_panel_part({}, { locale: "en" })));
    const withheld = m.report_compare_verdict_withheld({}, { locale: "en" });
    const viewer = await read(companyId, await app.signIn("viewer", companyId), chosen(ids), "en");
    expect(part(viewer.text)).toContain(withheld);
    const staff = await read(companyId, await app.signIn("consultant"), chosen(ids), "en");
    expect(part(staff.text)).not.toContain(withheld);
  });

  it("is refused where one of many is measured by another rubric, which is named", async () => {
    const companyId = aCompany(app);
    const ids = [
      wave(companyId, { asOf: "2024-06-30", people: five(2) }),
      wave(companyId, { asOf: "2025-06-30", people: five(3) }),
      wave(companyId, { asOf: "2026-06-30", people: five(3), rubricKey: MAIN_RUBRIC }),
    ];
    const { status, text } = await read(companyId, await app.signIn("owner"), chosen(ids));
    expect(status).toBe(409);
    expect(text).toContain(m.report_compare_refused_other_rubric());
    expect(text).toMatch(/30 Juni 2024.* dan .*30 Juni 2026/);
  });

  it("needs two, and finds nothing that is not there", async () => {
    const companyId = aCompany(app);
    const ids = ["2025-06-30", "2026-06-30"].map((asOf) => wave(companyId, { asOf, people: five(2) }));
    const owner = await app.signIn("owner");
    const one = await read(companyId, owner, chosen(ids.slice(0, 1)));
    expect(one.status).toBe(409);
    expect(one.text).toContain(m.compare_refused_few());
    expect((await read(companyId, owner, chosen([...ids, "x"]))).status).toBe(404);
  });
});
