import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { listMemberEvidence } from "#db/evidence";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import type { SentFile } from "~/use-cases/evidence-file-type";
import { removeMember } from "~/use-cases/panel";
import { type Answer, createTestApp, type Fields, type TestApp } from "../support/app";
import { BAD_FILES, GOOD_FILES, textOfSize } from "../support/evidence-samples";
import { anOpenAssessment, judge } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Person } from "../support/people";
import { put, temporaryFolder } from "../support/temporary-folder";

let app: TestApp;
let open: ReturnType<typeof anOpenAssessment>;
let memberId: string;
let assessor: Person;

beforeEach(async () => {
  app = await createTestApp();
  const { DATA_DIR } = app.services.env;
  onTestFinished(() => rmSync(DATA_DIR, { recursive: true, force: true }));
  open = anOpenAssessment(app);
  memberId = open.members[0] ?? "";
  assessor = await app.sitDown(open.assessmentId, memberId);
});

const NEW = "/assess/functions/intake/evidence/new";
const GOOD: Record<string, string> = { kind: "document", note: "Pedoman merek", "for-intake": "on" };
const [PDF] = GOOD_FILES;

/** The form as a browser sends it: text first, the file last. */
async function send(
  path: string,
  fields: Record<string, string>,
  file?: SentFile,
  as = assessor,
): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (file)
    body.append("file", new File([file.bytes as Uint8Array<ArrayBuffer>], file.name, { type: "text/html" }));
  else body.append("file", new File([], ""));
  const request = new Request(app.url(path), {
    method: "POST",
    body,
    headers: { Origin: new URL(app.url("/")).origin },
  });
  const cookies = as.jar.header();
  if (cookies) request.headers.set("Cookie", cookies);
  const response = await app.handle(request);
  as.jar.takeFrom(response);
  const location = response.headers.get("Location");
  return { status: response.status, headers: response.headers, body: await response.text(), location };
}
const stored = () => listMemberEvidence(app.services.db, memberId);
const idOf = () => stored()[0]?.id ?? "";
const filesThere = () => {
  try {
    return readdirSync(join(app.services.env.DATA_DIR, "evidence"));
  } catch {
    return [];
  }
};
const read = async (path: string, as = assessor) => app.get(path, { as });

describe("new evidence", () => {
  it("is stored as it was typed, and leads back to its function, which shows it", async () => {
    const where = { date: "2026-06-03", source: "Bagian merek", link: "https://Example.com/a b" };
    const sent = await send(NEW, { ...GOOD, ...where, "for-learning": "on" }, PDF);
    expect([sent.status, sent.location]).toEqual([302, "/assess/functions/intake"]);
    expect(stored()).toMatchObject([
      {
        ...{ kind: "document", note: "Pedoman merek", date: "2026-06-03", source: "Bagian merek" },
        ...{ link: "https://example.com/a%20b", fileName: PDF?.name, functions: ["intake", "learning"] },
      },
    ]);
    const text = textOf((await read("/assess/functions/intake")).body);
    for (const words of [m.evidence_saved(), "Pedoman merek", "3 Juni 2026", "https://example.com/a%20b"]) {
      expect(text).toContain(words);
    }
    expect(textOf((await read("/assess/check")).body)).not.toContain("NaN");
  });

  it.each(GOOD_FILES)("takes $name, and hands it out for saving only, with a type of ours", async (file) => {
    expect((await send(NEW, GOOD, file)).status).toBe(302);
    const { status, headers } = await read(`/assess/evidence/${idOf()}/file`);
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toBe(stored()[0]?.mediaType);
    expect(headers.get("Content-Type")).not.toContain("html");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Content-Security-Policy")).toBe("sandbox; default-src 'none'");
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("Content-Disposition")).toBe(
      `attachment; filename="evidence${/\.\w+$/.exec(file.name)?.[0]}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    );
  });

  // Two names cannot be sent: a NUL makes the form none, half a character becomes a whole one on the way.
  it.each(BAD_FILES.filter(([, , { name }]) => !/\0|\p{Surrogate}/u.test(name)))(
    "refuses %s (%s), keeps what was typed and stores nothing",
    async (_why, _fault, file) => {
      const { status, body } = await send(NEW, { ...GOOD, source: "Bagian merek" }, file);
      expect(status).toBe(400);
      expect(attributes(body, "a", "href")).toContain("#field-file");
      expect(body).toContain("Pedoman merek</textarea>");
      expect(attributes(body, "input", "value")).toContain("Bagian merek");
      expect(stored()).toEqual([]);
      expect(filesThere()).toEqual([]);
    },
  );

  it.each([
    ["no kind", { kind: "" }, "#field-kind"],
    ["a kind that is none", { kind: "rumour" }, "#field-kind"],
    ["no note", { note: "  " }, "#field-note"],
    ["no function", { "for-intake": "" }, "#field-for-intake"],
    ["a date that does not exist", { date: "2026-02-30" }, "#field-date"],
    ["tomorrow", { date: "2026-07-01" }, "#field-date"],
    ["a link that runs", { link: "javascript:alert(1)" }, "#field-link"],
    ["a link into the machine", { link: "file:///etc/passwd" }, "#field-link"],
    ["a link with a password", { link: "https://ayu:rahasia@example.com/" }, "#field-link"],
    ["half a link", { link: "example.com" }, "#field-link"],
    ["a source of many lines", { source: "x".repeat(201) }, "#field-source"],
  ])("refuses %s, keeps what was typed, and asks for the file again", async (_what, wrong, field) => {
    const { status, body } = await send(NEW, { ...GOOD, ...wrong }, PDF);
    expect(status).toBe(400);
    expect(attributes(body, "a", "href")).toContain(field);
    expect(textOf(body)).toContain(m.evidence_file_again());
    expect(filesThere()).toEqual([]);
    expect(stored()).toEqual([]);
  });

  it("takes today as a date, as the clock says in Jakarta", async () => {
    expect((await send(NEW, { ...GOOD, date: "2026-06-30" })).status).toBe(302);
  });

  it("is refused for a function that is not asked", async () => {
    expect((await send("/assess/functions/nothing/evidence/new", GOOD, PDF)).status).toBe(404);
    expect((await send(NEW, { ...GOOD, "for-intake": "", "for-nothing": "on" })).status).toBe(400);
    expect(stored()).toEqual([]);
  });
});

describe("a file that does not fit", () => {
  it("gives back everything else that was typed, however large it is", async () => {
    for (const size of [10 * 1024 ** 2 + 1, 12 * 1024 ** 2]) {
      const { status, body } = await send(NEW, { ...GOOD, source: "Bagian merek" }, textOfSize(size));
      expect(status).toBe(413);
      expect(textOf(body)).toContain(m.evidence_fault_too_large({ size: "10 MB" }));
      expect(body).toContain("Pedoman merek</textarea>");
      expect(attributes(body, "input", "value")).toContain("Bagian merek");
    }
    expect(filesThere()).toEqual([]);
  });

  it("may have exactly ten megabytes", async () => {
    expect((await send(NEW, GOOD, textOfSize(10 * 1024 ** 2))).status).toBe(302);
  });

  it("is not even read from somebody without a seat, nor by another form", async () => {
    const large = textOfSize(5 * 1024 ** 2);
    expect((await send(NEW, GOOD, large, app.visitor())).status).toBe(413);
    expect((await send("/assess/functions/intake", GOOD, large)).status).toBe(413);
    expect((await send("/assess/evidence/x/file", GOOD, large)).status).toBe(413);
  });

  it("is refused once the assessment has no room left, with how much there is", async () => {
    app.services.env.EVIDENCE_QUOTA_MB = 1;
    expect((await send(NEW, GOOD, textOfSize(700 * 1024))).status).toBe(302);
    const { status, body } = await send(NEW, GOOD, textOfSize(400 * 1024));
    expect(status).toBe(400);
    expect(textOf(body)).toContain(m.evidence_quota({ left: "324 kB" }));
    expect(body).toContain("Pedoman merek</textarea>");
    expect((await send(NEW, GOOD)).status).toBe(302);
  });

  it("is told where the server cannot store it, and what was typed stays", async () => {
    app.services.env.DATA_DIR = put(temporaryFolder(), "no-folder", "");
    const { status, body } = await send(NEW, GOOD, PDF);
    expect(status).toBe(507);
    expect(textOf(body)).toContain(m.evidence_not_stored());
    expect(body).toContain("Pedoman merek</textarea>");
    expect((await send(NEW, GOOD)).status).toBe(302);
  });
});

describe("evidence that is there", () => {
  it("is changed, with what it says already in its form", async () => {
    await send(NEW, { ...GOOD, source: "Bagian merek" }, PDF);
    const path = `/assess/evidence/${idOf()}?from=intake`;
    const { body } = await read(path);
    expect(body).toContain("Pedoman merek</textarea>");
    expect(textOf(body)).toContain("Pedoman merek.pdf");
    const changed = await send(path, { ...GOOD, kind: "data", "for-intake": "", "for-learning": "on" });
    expect(changed.location).toBe("/assess/functions/intake");
    expect(stored()).toMatchObject([
      { kind: "data", source: "", fileName: PDF?.name, functions: ["learning"] },
    ]);
  });

  it("speaks for another function once it is ticked there", async () => {
    await send(NEW, GOOD);
    const path = "/assess/functions/learning/evidence/reuse";
    expect(textOf((await read(path)).body)).toContain(m.evidence_used_for({ names: "Penerimaan" }));
    const done = await app.post(path, { [`evidence-${idOf()}`]: "on" }, { as: assessor });
    expect(done.location).toBe("/assess/functions/learning");
    expect(stored()[0]?.functions).toEqual(["intake", "learning"]);
    expect(textOf((await read("/assess/functions/learning")).body)).toContain("Pedoman merek");
    expect(textOf((await read(path)).body)).toContain(m.evidence_reuse_none());
  });

  it("is removed with its file", async () => {
    await send(NEW, GOOD, PDF);
    const removed = await app.post(`/assess/evidence/${idOf()}`, { intent: "remove" }, { as: assessor });
    expect(removed.location).toBe("/assess");
    expect([stored(), filesThere()]).toEqual([[], []]);
  });

  it("does not exist for anybody else in the panel", async () => {
    await send(NEW, GOOD, PDF);
    const other = await app.sitDown(open.assessmentId, open.members[1] ?? "");
    const path = `/assess/evidence/${idOf()}`;
    for (const address of [path, `${path}/file`]) expect((await read(address, other)).status).toBe(404);
    for (const address of [path, `${path}/upload`]) {
      expect((await send(address, { ...GOOD, note: "Lain" }, undefined, other)).status).toBe(404);
      expect((await app.post(address, { intent: "remove" }, { as: other })).status).toBe(404);
    }
    expect(stored()).toMatchObject([{ note: "Pedoman merek" }]);
  });

  it("stands in the answers that were handed in, to be read and saved, and no longer to be changed", async () => {
    await send(NEW, GOOD, PDF);
    judge(app, open, memberId, [3, 3, 3]);
    const { body } = await read("/assess/done");
    expect(textOf(body)).toContain("Pedoman merek");
    expect(attributes(body, "a", "href")).toContain(`/assess/evidence/${idOf()}/file`);
    expect((await read(`/assess/evidence/${idOf()}/file`)).status).toBe(200);
    expect((await read(`/assess/evidence/${idOf()}`)).location).toBe("/assess");
    expect((await read(NEW)).location).toBe("/assess");
  });
});

describe("evidence that comes too late", () => {
  const late = async (fields: Fields = {}) => {
    const { status, body } = await send(NEW, { ...GOOD, ...(fields as Record<string, string>) }, PDF);
    return { status, body, text: textOf(body) };
  };

  it("is given back to whoever wrote while the assessment was closed", async () => {
    changeState(app.context(), open.assessmentId, "close");
    const { status, body, text } = await late();
    expect(status).toBe(409);
    expect(text).toContain(m.evidence_closed());
    expect(text).not.toContain(m.evidence_save());
    expect(body).toContain("Pedoman merek</textarea>");
    expect([stored(), filesThere()]).toEqual([[], []]);
  });

  it("is given back to somebody who was taken out of the panel, without anything to read", async () => {
    removeMember(app.context(), open.assessmentId, memberId);
    const { status, body, text } = await late();
    expect(status).toBe(409);
    expect(text).toContain(m.evidence_seat_gone());
    expect(body).toContain("Pedoman merek</textarea>");
    expect(text).not.toContain("PT Uji Layanan");
  });
});

describe("the same form sent by script", () => {
  const UPLOAD = "/assess/functions/intake/evidence/upload";
  const answered = async (...given: Parameters<typeof send>) => {
    const answer = await send(...given);
    return { ...answer, json: JSON.parse(answer.body) };
  };

  it("is told where to go, and the page there says what was done", async () => {
    const { status, json } = await answered(UPLOAD, GOOD, PDF);
    expect([status, json]).toEqual([200, { to: "/assess/functions/intake" }]);
    expect(textOf((await read(json.to)).body)).toContain(m.evidence_saved());
    const again = await answered(`/assess/evidence/${idOf()}/upload?from=learning`, GOOD);
    expect(again.json).toEqual({ to: "/assess/functions/learning" });
    expect(stored()).toHaveLength(1);
  });

  it("is told what is wrong, and not to choose the file again", async () => {
    const { status, json } = await answered(UPLOAD, { ...GOOD, note: "" }, PDF);
    expect([status, json]).toEqual([400, { errors: { note: [m.form_required()] } }]);
    const large = await answered(UPLOAD, GOOD, textOfSize(12 * 1024 ** 2));
    expect([large.status, Object.keys(large.json.errors)]).toEqual([413, ["file"]]);
    changeState(app.context(), open.assessmentId, "close");
    expect((await answered(UPLOAD, GOOD)).status).toBe(409);
  });
});

describe("those who manage the assessment", () => {
  it("read all of it without a name, and open a file by a form that is written down", async () => {
    await send(NEW, { ...GOOD, source: "Bagian merek" }, PDF);
    const consultant = await app.signIn("consultant");
    const page = `/assessments/${open.assessmentId}/evidence`;
    const { body } = await read(page, consultant);
    const text = textOf(body);
    for (const words of ["Penerimaan", "Pedoman merek", "Bagian merek", "Pedoman merek.pdf"]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain("Anggota 1");
    const file = `${page}/${idOf()}`;
    expect(attributes(body, "form", "action")).toContain(file);
    expect((await read(file, consultant)).location).toBe(page);
    const opened = await app.post(file, {}, { as: consultant });
    expect([opened.status, opened.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
    expect(opened.headers.get("Content-Security-Policy")).toBe("sandbox; default-src 'none'");
    const noted = app.services.db.$client.prepare(
      "select count(*) from audit_event where action = 'evidence.read-file'",
    );
    expect(noted.pluck().get()).toBe(1);
    const elsewhere = anOpenAssessment(app).assessmentId;
    expect(
      (await app.post(`/assessments/${elsewhere}/evidence/${idOf()}`, {}, { as: consultant })).status,
    ).toBe(404);
  });

  it("see what belongs there before there is any", async () => {
    const { body } = await read(`/assessments/${open.assessmentId}/evidence`, await app.signIn("consultant"));
    expect(textOf(body)).toContain(m.evidence_panel_none_title());
  });
});
