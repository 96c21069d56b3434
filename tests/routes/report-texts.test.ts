import { beforeEach, describe, expect, it } from "vitest";
import { locales } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { publish, withdraw } from "~/use-cases/publish";
import { LONGEST_SUMMARY, readTexts } from "~/use-cases/report-texts";
import { createTestApp, type Fields, type TestApp } from "../support/app";
import { aCompany, aJudgedAssessment } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Person } from "../support/people";

const ROWS = [1, 2, 3].map(() => [2, 3, 4]);

let app: TestApp;
let owner: Person;
let made: ReturnType<typeof aJudgedAssessment>;
let page: string;
let report: string;
let first: string;
beforeEach(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
  made = aJudgedAssessment(app, ROWS);
  page = `/assessments/${made.assessmentId}/texts`;
  report = `/assessments/${made.assessmentId}/report`;
  first = made.rubric.functions[0]?.key ?? "";
});

const headers = { "Accept-Language": "id" };
const get = (path: string, as: Person = owner) => app.get(path, { as, headers });
const send = (given: Fields, as: Person = owner) =>
  app.post(page, { intent: "save", base: "0", ...given }, { as, headers });
const stored = () => readTexts(app.context(), made.assessmentId);
const area = (body: string, name: string) =>
  new RegExp(`<textarea[^>]*name="${name}"[^>]*>\\n?([^<]*)</textarea>`).exec(body)?.[1];
const anew = () => {
  withdraw(app.context(), made.assessmentId);
  app.advance(60_000);
  publish(app.context(), made.assessmentId);
};

describe("writing texts", () => {
  it("saves both languages, shows them again, and says so in the audit log", async () => {
    const given = { "summary.id": "**Baik**\r\nsekali", [`comments.${first}.en`]: "Only English" };
    expect(await send(given)).toMatchObject({ status: 302, location: page });
    const { body } = await get(page);
    expect(textOf(body)).toContain(m.texts_saved());
    expect(area(body, "summary.id")).toBe("**Baik**\nsekali");
    expect(area(body, `comments.${first}.en`)).toBe("Only English");
    expect(attributes(body, "input", "value")).toContain("1");
    expect(textOf((await get("/audit")).body)).toContain(m.texts_audit());
  });

  it("previews without saving, as text where it is no Markdown we know", async () => {
    const markdown =
      "**tebal** <script>alert(1)</script> [x](javascript:alert(1)) [situs](https://example.com/)";
    const { status, body } = await send({ intent: "preview", "summary.id": markdown });
    expect(status).toBe(200);
    expect(body).toContain("<strong>tebal</strong> &lt;script&gt;alert(1)&lt;/script&gt; x <a href=");
    expect(body).not.toMatch(/<script>alert|href="javascript/);
    expect(textOf(body)).toContain(m.texts_preview_title());
    expect(area(body, "summary.id")).toContain("**tebal**");
    expect(stored().version).toBe(0);
  });

  it("refuses what is too long and keeps what was typed", async () => {
    const long = "x".repeat(LONGEST_SUMMARY + 1);
    const answer = await send({ "summary.en": long, [`comments.${first}.id`]: "Tetap ada" });
    expect(answer.status).toBe(400);
    expect(attributes(answer.body, "a", "href")).toContain("#field-summary-en");
    expect(area(answer.body, "summary.en")).toBe(long);
    expect(area(answer.body, `comments.${first}.id`)).toBe("Tetap ada");
    expect(stored().version).toBe(0);
  });

  it("never writes over what somebody else saved in between, and loses neither text", async () => {
    await send({ "summary.id": "Dari orang lain" }, await app.signIn("consultant"));
    const late = await send({ "summary.id": "Dari saya", "summary.en": "From me" });
    expect(late.status).toBe(409);
    expect(textOf(late.body)).toContain(m.texts_stale_title());
    expect(textOf(late.body)).toContain("Dari orang lain");
    expect(area(late.body, "summary.id")).toBe("Dari saya");
    expect(area(late.body, "summary.en")).toBe("From me");
    expect(stored().texts.summary).toEqual({ id: "Dari orang lain", en: "" });
    expect((await send({ base: "1", "summary.id": "Dari kita" })).status).toBe(302);
    expect(stored()).toMatchObject({ version: 2, texts: { summary: { id: "Dari kita" } } });
  });

  it.each([
    ["base", "-1"],
    ["base", "x"],
    ["intent", "publish"],
  ])("refuses %s = %s", async (name, value) => {
    expect((await send({ "summary.id": "Teks", [name]: value })).status).toBe(400);
    expect(stored().version).toBe(0);
  });

  it("is for the staff only, and over once the assessment is in the archive", async () => {
    publish(app.context(), made.assessmentId);
    for (const role of ["viewer", "manager"] as const) {
      const as = await app.signIn(role, made.companyId);
      expect((await get(page, as)).status).toBe(404);
      expect((await send({ "summary.id": "Teks" }, as)).status).toBe(404);
    }
    await send({ "summary.id": "Teks **akhir**" });
    changeState(app.context(), made.assessmentId, "archive");
    const { body } = await get(page);
    expect(body).toContain("<strong>akhir</strong>");
    expect(attributes(body, "textarea", "name")).toEqual([]);
    expect((await send({ base: "1", "summary.id": "Lain" })).status).toBe(409);
    expect(stored().version).toBe(1);
  });

  it("is what a closed assessment leads to", async () => {
    const { body } = await get(`/assessments/${made.assessmentId}`);
    expect(attributes(body, "a", "href").filter((href) => href === page)).toHaveLength(2);
  });
});

describe("the report", () => {
  it.each(locales)("has the draft for staff and what was frozen for readers (%s)", async (locale) => {
    const options = { locale };
    await send({ "summary.id": "Kata pertama", [`comments.${first}.id`]: "Komentar <b>pertama</b>" });
    const read = async (path: string, as: Person) =>
      app.get(path, { as, headers: { "Accept-Language": locale } });
    expect(textOf((await read(report, owner)).body)).toContain("Kata pertama");
    publish(app.context(), made.assessmentId);
    await send({ base: "1", "summary.id": "Kata kedua" });
    const viewer = await app.signIn("viewer", made.companyId);
    const before = (await read(report, viewer)).body;
    expect(textOf(before)).toContain(`${m.texts_words_summary({}, options)} Kata pertama`);
    expect(textOf(before)).toContain("Komentar <b>pertama</b>");
    expect(before).not.toContain("Kata kedua");
    anew();
    expect(textOf((await read(report, viewer)).body)).toContain("Kata kedua");
    const old = await read(`${report}?version=1`, viewer);
    expect(textOf(old.body)).toContain("Kata pertama");
    expect(old.body).not.toContain("Kata kedua");
  });

  it("carries the texts into every file", async () => {
    await send({ "summary.id": "=HYPERLINK satu\n\n- **dua**", "summary.en": "English one" });
    const json = JSON.parse((await get(`/assessments/${made.assessmentId}/export.json`)).body);
    expect(json.texts.summary).toEqual({ id: "=HYPERLINK satu\n\n- **dua**", en: "English one" });
    for (const type of ["pdf", "pptx", "xlsx"]) {
      expect((await get(`/assessments/${made.assessmentId}/report.${type}`)).status).toBe(200);
    }
  });
});

describe("an older version", () => {
  it("says what it is, leads to the newest, and takes its files along", async () => {
    publish(app.context(), made.assessmentId);
    anew();
    const viewer = await app.signIn("viewer", made.companyId);
    const newest = await get(report, viewer);
    expect(textOf(newest.body)).not.toContain(m.versions_older_title());
    expect(attributes(newest.body, "a", "href")).toContain("?version=1");
    const old = await get(`${report}?version=1`, viewer);
    expect(old.status).toBe(200);
    expect(textOf(old.body)).toContain(m.versions_older_title());
    const links = attributes(old.body, "a", "href");
    expect(links).toContain(report);
    expect(links).toContain(`/assessments/${made.assessmentId}/report.pdf?version=1`);
    const files = [
      "report.pdf",
      "report.pptx",
      "report.xlsx",
      "export.json",
      "export.csv",
      "figures/radar.svg",
    ];
    for (const file of files) {
      const { status, headers: sent } = await get(
        `/assessments/${made.assessmentId}/${file}?version=1`,
        viewer,
      );
      expect([file, status]).toEqual([file, 200]);
      expect(sent.get("Content-Disposition")).toContain("-v1");
    }
  });

  it.each(["3", "0", "-1", "1.5", "x", "", "99999999999"])(
    "is not there by the number %j",
    async (number) => {
      publish(app.context(), made.assessmentId);
      for (const path of [
        report,
        report.replace("report", "report.pdf"),
        report.replace("report", "export.json"),
      ]) {
        expect((await get(`${path}?version=${number}`)).status).toBe(404);
      }
    },
  );

  it("is out of reach for the company while it is withdrawn, and for others always", async () => {
    publish(app.context(), made.assessmentId);
    const viewer = await app.signIn("viewer", made.companyId);
    const stranger = await app.signIn("viewer", aCompany(app, { name: "PT Tetangga" }));
    expect((await get(`${report}?version=1`, stranger)).status).toBe(404);
    withdraw(app.context(), made.assessmentId);
    expect((await get(`${report}?version=1`, viewer)).status).toBe(404);
    const staff = await get(`${report}?version=1`);
    expect(staff.status).toBe(200);
    expect(textOf(staff.body)).toContain(m.versions_withdrawn_title());
  });

  it("is told with who published it to staff only", async () => {
    await app.post(`/assessments/${made.assessmentId}`, { intent: "publish" }, { as: owner });
    const viewer = await app.signIn("viewer", made.companyId);
    expect(textOf((await get(report)).body)).toContain(m.versions_by());
    expect(textOf((await get(report, viewer)).body)).not.toContain(m.versions_by());
  });
});

describe("why a level", () => {
  const opened = (body: string) => body.match(/<details[^>]*\bopen\b[^>]*>/g) ?? [];

  it("opens by its own address, with the counts, the thresholds and its way into the overall", async () => {
    expect(opened((await get(report)).body)).toHaveLength(0);
    const { body } = await get(`${report}?why=${first}`);
    expect(opened(body)).toHaveLength(1);
    const text = textOf(body);
    expect(text).toContain(m.why_given({ members: 3, n: 3, missing: 0 }));
    expect(text).toContain(m.why_share({ level: 2, count: 3, n: 3, share: "100%", strong: "75%" }));
    expect(text).toContain(m.why_class({ consensus: m.consensus_strong().toLowerCase() }));
    expect(text).toContain(m.why_typical({ level: 3 }));
    expect(text).toContain(m.why_attained({ level: 2 }));
    expect(attributes(body, "a", "href")).toContain(`#fn-${first}`);
    expect(attributes(body, "a", "href")).toContain(`?why=${first}#why-${first}`);
    expect(opened((await get(`${report}?why=nothing`)).body)).toHaveLength(0);
  });
});
