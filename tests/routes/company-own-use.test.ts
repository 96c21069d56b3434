import { rmSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { readTags } from "~/use-cases/companies";
import { addFile, readFiles } from "~/use-cases/company-files";
import { addNote, readNotes } from "~/use-cases/company-notes";
import { LARGEST_FILE, type SentFile } from "~/use-cases/evidence-file-type";
import { type Answer, createTestApp, type TestApp } from "../support/app";
import { GOOD_FILES, textOfSize } from "../support/evidence-samples";
import { aCompany, aJudgedAssessment } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
let owner: Person;
let companyId: string;
beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
});
beforeEach(() => {
  companyId = aCompany(app);
});
afterAll(() => rmSync(app.services.env.DATA_DIR, { recursive: true, force: true }));

const COMPANY = { name: "PT Maju", industry: "trade", country: "ID", size: "small", offering: "both" };
const PDF = GOOD_FILES[0] ?? { name: "", bytes: new Uint8Array() };
const page = async (as = owner) => (await app.get(`/companies/${companyId}`, { as })).body;
const refused = (status: number, message: string) => ({ status, text: expect.stringContaining(message) });
const seen = ({ status, body }: Answer) => ({ status, text: textOf(body) });

async function upload(file: SentFile | null, as = owner): Promise<Answer> {
  const body = new FormData();
  body.append("intent", "add");
  const bytes = (file?.bytes ?? new Uint8Array()) as Uint8Array<ArrayBuffer>;
  body.append("file", new File([bytes], file?.name ?? ""));
  const request = new Request(app.url(`/companies/${companyId}/files`), { method: "POST", body });
  request.headers.set("Origin", new URL(app.url("/")).origin);
  request.headers.set("Cookie", as.jar.header());
  return answerOf(await app.handle(request));
}

async function answerOf(response: Response): Promise<Answer> {
  const { status, headers } = response;
  return { status, headers, body: await response.text(), location: headers.get("Location") };
}

describe("tags", () => {
  it("are typed into the company's form and lead from its page to all companies that have them", async () => {
    const form = `/companies/${companyId}/edit`;
    const tags = " program 2026, Ritel ,ritel";
    expect((await app.post(form, { ...COMPANY, tags }, { as: owner })).status).toBe(302);
    expect(readTags(app.context(), companyId)).toEqual(["Ritel", "program 2026"]);
    expect(attributes(await page(), "a", "href")).toContain("/companies?tag=program+2026");
    const again = await app.get(form, { as: owner });
    expect(attributes(again.body, "input", "value")).toContain("Ritel, program 2026");
  });

  it.each([
    ["eleven", Array.from({ length: 11 }, (_, place) => `t${place}`).join(",")],
    ["one that is too long", "x".repeat(31)],
  ])("are refused when there are %s, and stay in the form", async (_what, tags) => {
    const answer = await app.post(`/companies/${companyId}/edit`, { ...COMPANY, tags }, { as: owner });
    expect(answer.status).toBe(400);
    expect(attributes(answer.body, "a", "href")).toContain("#field-tags");
    expect(attributes(answer.body, "input", "value")).toContain(tags);
    expect(readTags(app.context(), companyId)).toEqual([]);
  });
});

describe("notes", () => {
  const notes = () => `/companies/${companyId}/notes`;

  it("are added and removed, and those beyond five are folded", async () => {
    for (let place = 1; place <= 6; place++) {
      const text = `Catatan ${place}\nbaris`;
      expect((await app.post(notes(), { intent: "add", text }, { as: owner })).location).toBe(
        `/companies/${companyId}`,
      );
      app.advance(1000);
    }
    const body = await page();
    const [open = "", folded = ""] = body.split(m.company_notes_older());
    expect(open).toContain("Catatan 6");
    expect(open).toContain("Catatan 2");
    expect(open).not.toContain("Catatan 1");
    expect(folded).toContain("Catatan 1");
    const noteId = readNotes(app.context(), companyId)[0]?.id ?? "";
    await app.post(notes(), { intent: "remove", noteId }, { as: owner });
    expect(await page()).not.toContain("Catatan 6");
    expect((await app.post(notes(), { intent: "remove", noteId }, { as: owner })).status).toBe(404);
  });

  it("must say something, and a long one comes back as it was typed", async () => {
    const empty = await app.post(notes(), { intent: "add", text: " \n" }, { as: owner });
    expect(seen(empty)).toEqual(refused(400, m.form_required()));
    const long = `${"panjang ".repeat(501)}akhir`;
    const answer = await app.post(notes(), { intent: "add", text: long }, { as: owner });
    expect(answer.status).toBe(400);
    expect(textOf(answer.body)).toContain("panjang akhir");
    expect(readNotes(app.context(), companyId)).toEqual([]);
  });
});

describe("files", () => {
  it("are sent, given back for saving only, and removed", async () => {
    expect((await upload(PDF)).location).toBe(`/companies/${companyId}`);
    const [file] = readFiles(app.context(), companyId);
    const href = `/companies/${companyId}/files/${file?.id}`;
    expect(attributes(await page(), "a", "href")).toContain(href);
    const { status, headers } = await app.get(href, { as: owner });
    expect(status).toBe(200);
    expect(headers.get("Content-Disposition")).toContain("attachment;");
    expect(headers.get("Content-Security-Policy")).toContain("sandbox");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    const removal = { intent: "remove", fileId: file?.id ?? "" };
    await app.post(`/companies/${companyId}/files`, removal, { as: owner });
    expect((await app.get(href, { as: owner })).status).toBe(404);
  });

  it("may be as large as evidence, and staff alone may send that much", async () => {
    expect((await upload(textOfSize(LARGEST_FILE))).status).toBe(302);
    expect((await upload(textOfSize(LARGEST_FILE + 1))).status).toBe(413);
    const viewer = await app.signIn("viewer", companyId);
    expect((await upload(textOfSize(LARGEST_FILE), viewer)).status).toBe(413);
    expect((await upload(PDF, viewer)).status).toBe(404);
    expect(readFiles(app.context(), companyId)).toHaveLength(1);
  });

  it("must be chosen, and be what they are called", async () => {
    expect((await upload(null)).status).toBe(400);
    expect((await upload({ ...PDF, name: "a.png" })).status).toBe(400);
    expect((await upload({ ...PDF, name: "a.exe" })).status).toBe(400);
    expect(readFiles(app.context(), companyId)).toEqual([]);
  });
});

describe("somebody of the company", () => {
  it("sees no tag, note or file of it, nor finds out a tag by asking", async () => {
    const published = { published: true, companyId };
    aJudgedAssessment(app, [[3, 3, 3]], published);
    const other = aCompany(app, { tags: ["lain"] });
    addNote(app.context(), companyId, "Rahasia dapur");
    await addFile(app.context(), companyId, PDF);
    await app.post(`/companies/${companyId}/edit`, { ...COMPANY, tags: "lambat bayar" }, { as: owner });
    const manager = await app.signIn("manager", companyId);
    const staff = { intent: "add", name: "V", email: manager.email, role: "viewer" };
    await app.post(`/companies/${other}/people`, staff, { as: owner });
    const own = await page(manager);
    const list = (await app.get("/companies?tag=lain", { as: manager })).body;
    for (const body of [own, list]) {
      for (const secret of ["Rahasia dapur", PDF.name, "lambat bayar"]) expect(body).not.toContain(secret);
    }
    expect(textOf(list)).toContain("PT Maju");
  });
});
