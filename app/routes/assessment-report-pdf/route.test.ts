import { getDocumentProxy } from "unpdf";
import { describe, expect, it, vi } from "vitest";
import { anAssessment } from "~/cli/fixtures";
import type { Services } from "~/http/context";
import { m } from "~/i18n/messages";
import { readAssessments } from "~/use-cases/assessments";
import { readCompanies } from "~/use-cases/companies";
import { askLoader, cookieOf, sampleSite } from "../../../tests/support/sample-site";
import { loader } from "./route";

vi.setConfig({ testTimeout: 60_000 });

async function ask(services: Services, id: string, cookie: string, query = ""): Promise<Response> {
  return askLoader(loader, services, { params: { assessmentId: id }, cookie, query });
}

async function firstPage(response: Response): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const text = items.map((item) => ("str" in item ? item.str : "")).join(" ");
  return text.replace(/\s+/g, " ");
}

const words = (locale: "id" | "en") => [m.report_kicker({}, { locale }), m.report_live_title({}, { locale })];

describe("the report as a PDF", () => {
  it("is a file for a consultant, marked where it is not published, in the language asked for", async () => {
    const { services, context, idOf } = sampleSite();
    const cookie = await cookieOf(services, "consultant", null);
    const { asOf } = readAssessments(context).find(({ state }) => state === "closed") ?? { asOf: "" };
    const response = await ask(services, idOf("closed"), cookie);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="selaras-pt-contoh-jasa-magang-${asOf}.pdf"`,
      "cache-control": "no-store",
    });
    const indonesian = await firstPage(response);
    for (const word of words("id")) expect(indonesian).toContain(word);
    const english = await firstPage(await ask(services, idOf("closed"), cookie, "?lang=en"));
    for (const word of words("en")) expect(english).toContain(word);
    const unknown = await firstPage(await ask(services, idOf("closed"), cookie, "?lang=xx"));
    expect(unknown).toContain(words("id")[0]);
  });

  it("is for a viewer what was published of their company, and nothing else", async () => {
    const { services, context, idOf, companyId } = sampleSite();
    const cookie = await cookieOf(services, "viewer", companyId);
    const published = await firstPage(await ask(services, idOf("published"), cookie));
    expect(published).toContain(words("id")[0]);
    expect(published).not.toContain(words("id")[1]);
    for (const id of [idOf("closed"), anAssessment(context), "nowhere"]) {
      expect((await ask(services, id, cookie)).status).toBe(404);
    }
  });

  it("does not exist for the viewer of another company, nor while nobody has judged", async () => {
    const { services, context, idOf } = sampleSite();
    const empty = anAssessment(context);
    const elsewhere = readCompanies(context).find(({ sample }) => !sample);
    const cookie = await cookieOf(services, "viewer", elsewhere?.id ?? "");
    expect((await ask(services, idOf("published"), cookie)).status).toBe(404);
    expect((await ask(services, empty, await cookieOf(services, "consultant", null))).status).toBe(404);
  });

  it("sends a visitor to sign in", async () => {
    const { services, idOf } = sampleSite();
    const response = await ask(services, idOf("published"), "");
    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toMatch(/^\/sign-in\?next=/);
  });
});
