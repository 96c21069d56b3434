import { inflateSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { anSvg, aPng, SHAPE } from "~/brand/brand-samples";
import { m } from "~/i18n/messages";
import { readBrandAddresses, readStoredBrand, setAccent } from "~/use-cases/branding";
import { readMail, readOutbox } from "~/use-cases/outbox";
import { inviteMember } from "~/use-cases/panel";
import { makeShareLink } from "~/use-cases/share-links";
import { changeWorkspaceSettings } from "~/use-cases/workspace-settings";
import { createTestApp, type TestApp } from "../support/app";
import { aJudgedAssessment, anOpenAssessment } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
let owner: Person;
beforeEach(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
});

/** Sends a logo as a browser does. */
async function sendLogo(name: string, bytes: Buffer, as = owner) {
  const form = new FormData();
  form.set("intent", "logo");
  form.set("file", new File([new Uint8Array(bytes)], name));
  const request = new Request(app.url("/workspace/brand"), { method: "POST", body: form });
  request.headers.set("Origin", new URL(app.url("/")).origin);
  request.headers.set("Cookie", as.jar.header());
  request.headers.set("Accept-Language", "id");
  const response = await app.handle(request);
  as.jar.takeFrom(response);
  return { status: response.status, text: textOf(await response.text()) };
}

const brand = () => readStoredBrand(app.context());
const addressesNow = () => readBrandAddresses(app.context(), app.workspaceId);
const stylesheetOf = (body: string) =>
  attributes(body, "link", "href").find((href) => href.startsWith("/brand/")) ?? null;
const colour = (accent: string, more = {}) =>
  app.post("/workspace/brand", { intent: "accent", accent, ...more }, { as: owner });

describe("a logo", () => {
  it("is drawn anew and shown on the pages, until it is removed", async () => {
    expect(stylesheetOf((await app.get("/companies", { as: owner })).body)).toBeNull();
    expect((await sendLogo("logo.svg", anSvg(SHAPE))).status).toBe(302);
    const page = await app.get("/companies", { as: owner });
    const address = stylesheetOf(page.body) ?? "";
    const css = await app.get(address);
    expect(css.headers.get("Content-Type")).toBe("text/css; charset=utf-8");
    expect(css.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    const picture = /url\("([^"]+)"\)/.exec(css.body)?.[1] ?? "";
    const response = await app.handle(new Request(app.url(picture)));
    expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "image/png"]);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 400]);
    await app.post("/workspace/brand", { intent: "logo-remove" }, { as: owner });
    expect(brand().logo).toBeNull();
    expect((await app.get(picture)).status).toBe(404);
    expect((await app.get(address)).status).toBe(404);
  });

  it.each([
    ["logo.svg", anSvg(`${SHAPE}<script>alert(1)</script>`), () => m.brand_fault_active()],
    ["logo.svg", anSvg('<path xlink:href="file:///etc/passwd"/>'), () => m.brand_fault_outside()],
    ["logo.png", aPng({ width: 9, height: 9, said: [50_000, 50_000] }), () => m.brand_fault_dimensions()],
    ["logo.jpg", aPng({ width: 9, height: 9 }), () => m.brand_fault_ending()],
    ["logo.png", Buffer.from("ffd8ffe0", "hex"), () => m.brand_fault_content()],
  ])("%s that is none is refused with the reason", async (name, bytes, reason) => {
    const { status, text } = await sendLogo(name, bytes);
    expect(status).toBe(400);
    expect(text).toContain(reason());
    expect(brand().logo).toBeNull();
  });

  it("that is too large is refused as too large", async () => {
    expect((await sendLogo("logo.svg", anSvg(" ".repeat(1024 * 1024)))).status).toBe(413);
  });

  it("is for owners to set", async () => {
    const consultant = await app.signIn("consultant");
    expect((await sendLogo("logo.svg", anSvg(SHAPE), consultant)).status).toBe(404);
    expect(brand().logo).toBeNull();
  });
});

describe("a colour", () => {
  it("becomes the accent of the pages, in the light and in the dark", async () => {
    expect((await colour("#7A1F3D")).status).toBe(302);
    expect(brand().accent).toBe("#7a1f3d");
    const { body } = await app.get("/companies", { as: owner });
    const css = await app.get(stylesheetOf(body) ?? "");
    expect(css.body).toMatch(/^:root\{--color-accent:#7a1f3d;/);
    expect(css.body).toContain("prefers-color-scheme:dark");
  });

  it("that cannot be read on white is refused with its contrast and the nearest that can", async () => {
    const { status, body } = await colour("#ffcc00");
    expect(status).toBe(400);
    const [, ratio, proposal = ""] = /([\d,.]+) : 1,.* (#[0-9a-f]{6})\./.exec(textOf(body)) ?? [];
    expect(ratio).toBe("1,5");
    expect(attributes(body, "button", "value")).toContain(proposal);
    expect(brand().accent).toBeNull();
    await colour("#ffcc00", { proposal });
    expect(brand().accent).toBe(proposal);
  });

  it.each(["red", "#12345", "#1234567", "#7a1f3d;}*{display:none", ""])("%j is none", async (given) => {
    expect((await colour(given)).status).toBe(400);
    expect(brand().accent).toBeNull();
  });

  it("counts as picked where nothing was written, and as written where both were changed", async () => {
    setAccent(app.context(), "#00008b");
    await colour("#00008b", { picked: "#7a1f3d" });
    expect(brand().accent).toBe("#7a1f3d");
    await colour("#1a7f37", { picked: "#b3261e" });
    expect(brand().accent).toBe("#1a7f37");
    await app.post("/workspace/brand", { intent: "accent-reset" }, { as: owner });
    expect(brand().accent).toBeNull();
  });
});

describe("the brand shows", () => {
  beforeEach(() => setAccent(app.context(), "#7a1f3d"));

  it("to an assessor, to who is invited and to readers of a shared report, and to no stranger", async () => {
    const open = anOpenAssessment(app);
    const [member = "", invited = ""] = open.members;
    const { assessmentId } = aJudgedAssessment(app, [[3, 3, 3]], { published: true });
    const link = await makeShareLink(app.context(), assessmentId, { label: "x", days: 1, passphrase: null });
    const { stylesheet } = addressesNow();
    const assessor = await app.sitDown(open.assessmentId, member);
    const shown = async (path: string, as?: Person) => stylesheetOf((await app.get(path, { as })).body);
    expect(await shown("/assess", assessor)).toBe(stylesheet);
    expect(await shown(`/i/${inviteMember(app.context(), open.assessmentId, invited)}`)).toBe(stylesheet);
    expect(await shown(`/share/${link}`)).toBe(stylesheet);
    expect(await shown("/sign-in")).toBeNull();
    expect(await shown("/share/unknown")).toBeNull();
  });

  it("at an address that nobody can work out, and that ends with it", async () => {
    const { stylesheet } = addressesNow();
    expect(stylesheet).toMatch(new RegExp(`^/brand/${app.workspaceId}/[0-9a-f]{32}\\.css$`));
    expect((await app.get(`/brand/${app.workspaceId}/${"0".repeat(32)}.css`)).status).toBe(404);
    const secret = { ...app.context(), settings: { secret: "another" } };
    expect(readBrandAddresses(secret, app.workspaceId).stylesheet).not.toBe(stylesheet);
    setAccent(app.context(), "#00008b");
    expect((await app.get(stylesheet ?? "")).status).toBe(404);
  });

  it("with a name that is inert in the stylesheet", async () => {
    const name = 'A"}*{display:none}</style>\\ & B';
    const { actor: _, ...rest } = app.context();
    const user = { kind: "user" as const, userId: "u", name: "u", email: "", memberships: [] };
    const settings = { name, secondFactorRequired: false, retentionMonths: null };
    changeWorkspaceSettings({ ...rest, actor: user }, settings);
    const { body } = await app.get(addressesNow().stylesheet ?? "");
    expect(body).toContain('content:"A\\22 }*{display:none}\\3c /style\\3e \\5c  & B"');
    expect(body).not.toContain("</style");
  });

  it("in messages, with the name of the workspace", async () => {
    await sendLogo("logo.svg", anSvg(SHAPE));
    const open = anOpenAssessment(app);
    inviteMember(app.context(), open.assessmentId, open.members[0] ?? "");
    const mail = readMail(app.context(), readOutbox(app.context())[0]?.id ?? "");
    expect(mail.html).toContain("background:#7a1f3d");
    expect(mail.html).toMatch(/<img src="cid:logo" width="120" height="40" alt="Selaras"/);
  });

  it("in the PDF: its logo is a picture, its colour is drawn with", async () => {
    await sendLogo("logo.svg", anSvg(SHAPE));
    const { assessmentId } = aJudgedAssessment(app, [[3, 3, 3]], { published: true });
    const pdf = async () => {
      const request = new Request(app.url(`/assessments/${assessmentId}/report.pdf`));
      request.headers.set("Cookie", owner.jar.header());
      return Buffer.from(await (await app.handle(request)).arrayBuffer());
    };
    const branded = await pdf();
    expect(branded.toString("latin1")).toContain("/Subtype /Image");
    expect(drawingOf(branded)).toMatch(/0\.478\d* 0\.121\d* 0\.239\d* scn/i);
    await app.post("/workspace/brand", { intent: "logo-remove" }, { as: owner });
    await app.post("/workspace/brand", { intent: "accent-reset" }, { as: owner });
    const plain = await pdf();
    expect(plain.toString("latin1")).not.toContain("/Subtype /Image");
    expect(drawingOf(plain)).not.toMatch(/0\.478\d* 0\.121\d* 0\.239\d* scn/i);
  });

  it("in slides and in the workbook", async () => {
    const { assessmentId } = aJudgedAssessment(app, [[3, 3, 3]], { published: true });
    const parts = async (file: string) => {
      const request = new Request(app.url(`/assessments/${assessmentId}/${file}`));
      request.headers.set("Cookie", owner.jar.header());
      const unpacked = unzipSync(new Uint8Array(await (await app.handle(request)).arrayBuffer()));
      return Object.values(unpacked)
        .map((part) => strFromU8(part))
        .join("\n");
    };
    expect(await parts("report.pptx")).toContain("7A1F3D");
    const workbook = await parts("report.xlsx");
    expect(workbook).toMatch(/7a1f3d/i);
    expect(workbook).toContain("<oddFooter>&amp;LSelaras&amp;R");
  });
});

/** What a PDF draws with, unpacked. */
function drawingOf(pdf: Buffer): string {
  const parts: string[] = [];
  for (let at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 1)) {
    try {
      parts.push(inflateSync(pdf.subarray(at + 7)).toString("latin1"));
    } catch {
      // Not everything that a document holds is packed.
    }
  }
  return parts.join("\n");
}
