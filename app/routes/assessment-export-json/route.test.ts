import { describe, expect, it } from "vitest";
import { anAssessment } from "~/cli/fixtures";
import type { Services } from "~/http/context";
import { readAssessments } from "~/use-cases/assessments";
import { readCompanies } from "~/use-cases/companies";
import { askLoader, cookieOf, sampleSite } from "../../../tests/support/sample-site";
import { loader as csv } from "../assessment-export-csv/route";
import { loader as json } from "./route";

async function ask(loader: typeof json, services: Services, id: string, cookie = "") {
  return askLoader(loader, services, { params: { assessmentId: id }, cookie });
}

const FORMS = [
  ["JSON", json, "json", "application/json; charset=utf-8"],
  ["CSV", csv, "csv", "text/csv; charset=utf-8"],
] as const;

describe.each(FORMS)("the %s export", (_, loader, ending, type) => {
  it("is a file for a consultant, of any assessment with judgments", async () => {
    const { services, context, idOf } = sampleSite();
    const cookie = await cookieOf(services, "consultant", null);
    for (const state of ["closed", "published"]) {
      const response = await ask(loader, services, idOf(state), cookie);
      const { asOf } = readAssessments(context).find(({ id }) => id === idOf(state)) ?? { asOf: "" };
      expect(response.status).toBe(200);
      const kept = {
        "cache-control": "private, no-cache",
        etag: expect.any(String),
        vary: "Cookie, Accept-Language",
      };
      expect(Object.fromEntries(response.headers)).toEqual({
        "content-type": type,
        "content-disposition": `attachment; filename="selaras-pt-contoh-jasa-magang-${asOf}.${ending}"`,
        ...(state === "published" ? kept : { "cache-control": "no-store" }),
      });
    }
    expect((await ask(loader, services, anAssessment(context), cookie)).status).toBe(404);
  });

  it("is for a viewer what was published of their company, and nothing else", async () => {
    const { services, context, idOf, companyId } = sampleSite();
    const cookie = await cookieOf(services, "viewer", companyId);
    expect((await ask(loader, services, idOf("published"), cookie)).status).toBe(200);
    for (const id of [idOf("closed"), anAssessment(context), "nowhere"]) {
      expect((await ask(loader, services, id, cookie)).status).toBe(404);
    }
  });

  it("does not exist for the viewer of another company", async () => {
    const { services, context, idOf } = sampleSite();
    anAssessment(context);
    const elsewhere = readCompanies(context).find(({ sample }) => !sample);
    const cookie = await cookieOf(services, "viewer", elsewhere?.id ?? "");
    expect((await ask(loader, services, idOf("published"), cookie)).status).toBe(404);
  });

  it("sends a visitor to sign in", async () => {
    const { services, idOf } = sampleSite();
    const response = await ask(loader, services, idOf("published"));
    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toMatch(/^\/sign-in\?next=/);
  });
});

describe("what is in the files", () => {
  it("is the single judgments for consultants only", async () => {
    const { services, idOf, companyId } = sampleSite();
    const staff = await cookieOf(services, "owner", null);
    const viewer = await cookieOf(services, "manager", companyId);
    const read = async (cookie: string) => (await ask(json, services, idOf("published"), cookie)).json();
    const [whole, limited] = [await read(staff), await read(viewer)];
    expect(whole.judgments.length).toBeGreaterThan(40);
    expect(limited.judgments).toBeNull();
    expect(limited.overall).toEqual(whole.overall);
    expect(limited.functions.map(({ level }: { level: number }) => level)).toEqual(
      whole.functions.map(({ level }: { level: number }) => level),
    );
  });

  it("begins with a byte order mark in the CSV, for Excel", async () => {
    const { services, idOf } = sampleSite();
    const cookie = await cookieOf(services, "consultant", null);
    const bytes = new Uint8Array(await (await ask(csv, services, idOf("closed"), cookie)).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const header = "assessor,perspective,function,level,confidence,rationale\n";
    expect(new TextDecoder().decode(bytes).startsWith(header)).toBe(true);
  });
});
