import { beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { createTestApp, type SendOptions, type TestApp } from "../support/app";
import { aCompany, anAssessment, aRubric, MAIN_RUBRIC, SMALL_RUBRIC } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Person } from "../support/people";
import { aWorkbook } from "../support/workbook";

let app: TestApp;
let owner: Person;
let companyId: string;
beforeEach(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
  companyId = aCompany(app);
});

type Part = string | Blob;
const page = () => `/companies/${companyId}/assessments/import`;
const stored = (query: string) => app.services.db.$client.prepare(query).all();
const DAY = new Date("2024-06-30T00:00:00Z");
const ROWS = [
  ["Tanggal", "Nama", "Penerimaan", "catatan saya"],
  [DAY, "Ayu", 2, "a"],
  [DAY, "Budi", 3, "b"],
  [new Date("2025-06-30T00:00:00Z"), "Ayu", 4, "c"],
];

/** Sends a form as a browser sends one that may bring a file. */
async function send(fields: Record<string, Part>, { as = owner }: SendOptions = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string") body.append(name, value);
    else body.append(name, value, "tabel.xlsx");
  }
  const request = new Request(app.url(page()), { method: "POST", body });
  request.headers.set("Origin", new URL(app.url("/")).origin);
  const cookies = as.jar.header();
  if (cookies) request.headers.set("Cookie", cookies);
  const response = await app.handle(request);
  as.jar.takeFrom(response);
  const location = response.headers.get("Location");
  return { status: response.status, location, body: await response.text() };
}

const read = (more: Record<string, Part>) => send({ intent: "read", rubricKey: SMALL_RUBRIC, ...more });

/** The fields of a preview as the browser would send them again. */
function fieldsIn(body: string): Record<string, string> {
  const table = /<textarea[^>]*name="table"[^>]*>(.*?)<\/textarea>/s.exec(body)?.[1] ?? "";
  const selects = [...body.matchAll(/<select[^>]*name="(role-\d+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = "", options = ""]) =>
      [
        name,
        /value="([^"]*)" selected/.exec(options)?.[1] ?? /selected="" value="([^"]*)"/.exec(options)?.[1],
      ] as const,
  );
  const hidden = new Map(
    [...body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  return {
    rubricKey: hidden.get("rubricKey") ?? "",
    checked: hidden.get("checked") ?? "",
    table: table.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&"),
    asOf: "",
    ...Object.fromEntries(selects.map(([name, value]) => [name, value ?? "ignore"])),
  };
}

const workbook = async () => new Blob([new Uint8Array(await aWorkbook(ROWS))]);

describe("a table of earlier assessments", () => {
  it("is shown with what was recognised and what it would make, and nothing is stored", async () => {
    const { status, body } = await read({ file: await workbook(), pasted: "", sheet: "" });
    expect(status).toBe(200);
    expect(fieldsIn(body)).toMatchObject({
      ...{ "role-0": "asOf", "role-1": "assessor", "role-2": "fn:intake", "role-3": "ignore" },
      rubricKey: SMALL_RUBRIC,
    });
    const text = textOf(body);
    for (const shown of [
      "2024-06-30 · 2024-06-30",
      "Ayu · Budi",
      "30 Jun 2025",
      m.import_rows({ count: 3 }),
    ]) {
      expect(text).toContain(shown);
    }
    expect(attributes(body, "button", "value")).toEqual(expect.arrayContaining(["import", "check"]));
    expect(stored("select id from assessment")).toEqual([]);
  });

  it("is imported as it was looked at, and the company's page says so", async () => {
    const preview = await read({ file: await workbook() });
    const done = await send({ ...fieldsIn(preview.body), intent: "import" });
    expect(done).toMatchObject({ status: 302, location: `/companies/${companyId}` });
    const { body } = await app.get(`/companies/${companyId}`, { as: owner });
    expect(textOf(body)).toContain(m.import_done({ count: 2 }));
    expect(textOf(body)).toContain("Kematangan meja layanan Juni 2025");
    expect(stored("select as_of, state from assessment order by as_of")).toEqual([
      { as_of: "2024-06-30", state: "closed" },
      { as_of: "2025-06-30", state: "closed" },
    ]);
    const audit = await app.get("/audit", { as: owner });
    expect(textOf(audit.body)).toContain(m.import_audit());
  });

  it("is looked at again with other choices, which stay", async () => {
    const fields = fieldsIn((await read({ pasted: "Kapan\tintake\n30/6/2024\t2" })).body);
    expect(fields["role-0"]).toBe("ignore");
    const again = await send({ ...fields, "role-0": "asOf", intent: "check" });
    expect(again.status).toBe(200);
    expect(fieldsIn(again.body)).toMatchObject({ "role-0": "asOf", "role-1": "fn:intake" });
    expect(textOf(again.body)).toContain(m.import_no_assessors());
    const done = await send({ ...fieldsIn(again.body), intent: "import" });
    expect(done.status).toBe(302);
    expect(stored("select name from panel_member")).toEqual([{ name: m.import_nobody() }]);
  });

  it("is not imported with choices that nobody has looked at", async () => {
    const fields = fieldsIn((await read({ file: await workbook() })).body);
    const { status, body } = await send({ ...fields, "role-3": "title", intent: "import" });
    expect(status).toBe(200);
    expect(textOf(body)).toContain(m.import_changed());
    expect(stored("select id from assessment")).toEqual([]);
  });

  it("takes one date for all rows", async () => {
    const fields = fieldsIn((await read({ pasted: "fungsi;tingkat\nintake;2" })).body);
    const checked = await send({ ...fields, asOf: "2023-12-31", intent: "check" });
    expect(attributes(checked.body, "input", "value")).toContain("2023-12-31");
    const done = await send({ ...fieldsIn(checked.body), asOf: "2023-12-31", intent: "import" });
    expect(done.status).toBe(302);
    expect(stored("select as_of from assessment")).toEqual([{ as_of: "2023-12-31" }]);
  });

  it("is carried along whatever stands in it", async () => {
    const odd = `</textarea><script>alert("x&y")</script>'`;
    const text = `tanggal\tnama\tintake\talasan\n2024-06-30\tAyu\t2\t"${odd.replaceAll('"', '""')}\nbaris dua"`;
    const { body } = await read({ pasted: text });
    expect(body).not.toContain("<script>alert");
    const undone = fieldsIn(body);
    const table = undone.table?.replaceAll("&lt;", "<").replaceAll("&gt;", ">") ?? "";
    const done = await send({ ...undone, table, intent: "import" });
    expect(done.status).toBe(302);
    expect(stored("select rationale from judgment")).toEqual([{ rationale: `${odd}\nbaris dua` }]);
  });
});

describe("a table with mistakes", () => {
  it("has them listed by line, the first fifty, and cannot be imported", async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `2024-06-30,Orang ${index},9`);
    const { status, body } = await read({ pasted: ["tanggal,nama,intake", ...lines].join("\n") });
    expect(status).toBe(200);
    const text = textOf(body);
    expect(text).toContain(m.import_problems({ count: 60 }));
    expect(text).toContain("Baris 51, intake");
    expect(text).not.toContain("Baris 52, intake");
    expect(text).toContain(m.import_problems_more({ count: 10 }));
    expect(attributes(body, "button", "value")).not.toContain("import");
    const forced = await send({ ...fieldsIn(body), intent: "import" });
    expect(forced.status).toBe(400);
    expect(textOf(forced.body)).toContain(m.import_not_ready());
    expect(stored("select id from assessment")).toEqual([]);
  });

  it("says so where the assessment is there already", async () => {
    anAssessment(app, companyId, { asOf: "2024-06-30", title: "Yang lama" });
    const { body } = await read({ file: await workbook() });
    expect(textOf(body)).toContain(m.import_problem_taken({ title: "Yang lama", date: "30 Juni 2024" }));
    expect(attributes(body, "button", "value")).not.toContain("import");
  });
});

describe("a form without a readable table", () => {
  it.each<[string, string, Record<string, Part>, () => string]>([
    ["nothing", "file", { pasted: " " }, () => m.import_file_none()],
    ["both", "file", { pasted: "a\n1", file: new Blob(["a\n1"]) }, () => m.import_file_both()],
    [
      "a picture",
      "file",
      { file: new Blob([new Uint8Array([0x89, 0x50, 0, 1])]) },
      () => m.import_file_kind(),
    ],
    ["an open quotation mark", "pasted", { pasted: 'a,b\n"x,1' }, () => m.import_found_quote_open()],
    [
      "a rubric there is none of",
      "rubricKey",
      { pasted: "a\n1", rubricKey: "none" },
      () => m.form_choice_unknown(),
    ],
    ["no rubric", "rubricKey", { pasted: "a\n1", rubricKey: "" }, () => m.form_required_choice()],
    ["a table that got lost", "file", { intent: "check", table: "[1]" }, () => m.import_lost()],
  ])("is shown again: %s", async (_, field, fields, message) => {
    const { status, body } = await read(fields);
    expect(status).toBe(400);
    expect(attributes(body, "a", "href")).toContain(`#field-${field}`);
    expect(textOf(body)).toContain(message());
    expect(body).toContain(m.error_title_prefix({ title: "" }).trim());
  });

  it("keeps what was pasted and the rubric", async () => {
    const { body } = await read({ rubricKey: MAIN_RUBRIC, pasted: 'Nama,"Tingkat\n', sheet: "Lembar 2" });
    expect(body).toContain("Nama,&quot;Tingkat");
    expect(attributes(body, "input", "value")).toContain("Lembar 2");
    expect(body).toMatch(new RegExp(`<option value="${MAIN_RUBRIC}" selected`));
  });

  it("is told the limit where the table is too large to be carried along", async () => {
    const cells = `${"x".repeat(990)},2024-06-30`;
    const { status, body } = await read({ pasted: `a,b\n${`${cells}\n`.repeat(3750)}` });
    expect(status).toBe(400);
    expect(textOf(body)).toContain(m.import_file_too_large({ megabytes: 3 }));
  });
});

it("is led to from the company's page, also before there is any assessment", async () => {
  const links = async () =>
    attributes((await app.get(`/companies/${companyId}`, { as: owner })).body, "a", "href");
  expect(await links()).toContain(page());
  anAssessment(app, companyId);
  expect(await links()).toContain(page());
  const { status, body } = await app.get(page(), { as: owner });
  expect(status).toBe(200);
  expect(body).toContain(aRubric(app).name.id);
  expect(attributes(body, "form", "encType")).toEqual(["multipart/form-data"]);
});
