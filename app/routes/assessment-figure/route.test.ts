import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { anAssessment } from "~/cli/fixtures";
import type { Services } from "~/http/context";
import { readAssessments } from "~/use-cases/assessments";
import { askLoader, cookieOf, sampleSite } from "../../../tests/support/sample-site";
import { loader as pptx } from "../assessment-report-pptx/route";
import { loader as xlsx } from "../assessment-report-xlsx/route";
import { loader as figure } from "./route";

type Asked = { loader?: typeof figure; id: string; file?: string; query?: string; cookie?: string };

async function ask(services: Services, { loader = figure, id, file = "", query = "", cookie = "" }: Asked) {
  return askLoader(loader, services, { params: { assessmentId: id, figure: file }, query, cookie });
}

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe("a figure by its address", () => {
  it("comes as a drawing or as a picture of the size asked for", async () => {
    const { services, idOf } = sampleSite();
    const [id, cookie] = [idOf("closed"), await cookieOf(services, "consultant", null)];
    const svg = await ask(services, { id, cookie, file: "radar.svg" });
    expect(svg.headers.get("Content-Type")).toBe("image/svg+xml; charset=utf-8");
    expect(svg.headers.get("Content-Disposition")).toMatch(
      /^attachment; filename="selaras-[a-z0-9-]+-radar\.svg"$/,
    );
    const text = await svg.text();
    expect(text).toContain("Profil fungsi");
    const width = Number(/ width="(\d+)"/.exec(text)?.[1]);
    for (const [query, scale] of [
      ["", 1],
      ["?scale=2", 2],
      ["?scale=900", 1],
    ] as const) {
      const png = await bytesOf(await ask(services, { id, cookie, file: "radar.png", query }));
      expect(new DataView(png.buffer).getUint32(16)).toBe(width * scale);
    }
  });

  it("is in the language and the theme asked for", async () => {
    const { services, idOf } = sampleSite();
    const [id, cookie] = [idOf("closed"), await cookieOf(services, "consultant", null)];
    const read = async (query: string) =>
      (await ask(services, { id, cookie, file: "ladder.svg", query })).text();
    expect(await read("?lang=en")).toContain("Function by function");
    expect(await read("?lang=xx")).not.toContain("Function by function");
    expect(await read("?theme=dark")).not.toBe(await read("?theme=light"));
    expect(await read("?theme=pink")).toBe(await read(""));
  });

  it("is for a viewer what was published of their company, and nothing else", async () => {
    const { services, context, idOf, companyId } = sampleSite();
    const cookie = await cookieOf(services, "viewer", companyId);
    const file = "radar.svg";
    expect((await ask(services, { id: idOf("published"), cookie, file })).status).toBe(200);
    for (const id of [idOf("closed"), anAssessment(context), "nowhere"]) {
      expect((await ask(services, { id, cookie, file })).status).toBe(404);
    }
    for (const other of ["radar.pdf", "../radar.svg", "nothing.svg", "radar", "RADAR.svg", "__proto__.svg"]) {
      expect((await ask(services, { id: idOf("published"), cookie, file: other })).status, other).toBe(404);
    }
  });

  it("sends a visitor to sign in", async () => {
    const { services, idOf } = sampleSite();
    const response = await ask(services, { id: idOf("published"), file: "radar.svg" });
    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toMatch(/^\/sign-in\?next=/);
  });
});

const FILES = [
  ["xlsx", xlsx, "spreadsheetml.sheet", "xl/workbook.xml"],
  ["pptx", pptx, "presentationml.presentation", "ppt/presentation.xml"],
] as const;

describe.each(FILES)("the report as .%s", (ending, loader, type, part) => {
  it("is a file for a consultant, of any assessment with judgments", async () => {
    const { services, context, idOf } = sampleSite();
    const cookie = await cookieOf(services, "consultant", null);
    for (const state of ["closed", "published"]) {
      const id = idOf(state);
      const { asOf } = readAssessments(context).find((one) => one.id === id) ?? { asOf: "" };
      const response = await ask(services, { loader, id, cookie });
      expect(Object.fromEntries(response.headers)).toEqual({
        "content-type": `application/vnd.openxmlformats-officedocument.${type}`,
        "content-disposition": `attachment; filename="selaras-pt-contoh-jasa-magang-${asOf}.${ending}"`,
        "cache-control": "no-store",
      });
      expect(Object.keys(unzipSync(await bytesOf(response)))).toContain(part);
    }
    expect((await ask(services, { loader, id: anAssessment(context), cookie })).status).toBe(404);
  });

  it("is for a viewer what was published of their company, and nothing else", async () => {
    const { services, context, idOf, companyId } = sampleSite();
    const cookie = await cookieOf(services, "viewer", companyId);
    expect((await ask(services, { loader, id: idOf("published"), cookie })).status).toBe(200);
    for (const id of [idOf("closed"), anAssessment(context), "nowhere"]) {
      expect((await ask(services, { loader, id, cookie })).status).toBe(404);
    }
  });
});
