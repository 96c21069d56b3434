import { describe, expect, it } from "vitest";
import { anSvg, aPng, pngText, SHAPE } from "./brand-samples";
import { drawLogo, LARGEST_LOGO } from "./draw-logo";
import { type LogoFault, LogoRefused } from "./logo-fault";

const draw = (name: string, bytes: Buffer, timeout?: number) =>
  drawLogo({ name, bytes: new Uint8Array(bytes) }, timeout);

async function faultOf(name: string, bytes: Buffer, timeout?: number): Promise<LogoFault | "none"> {
  try {
    await draw(name, bytes, timeout);
    return "none";
  } catch (error) {
    if (error instanceof LogoRefused) return error.fault;
    throw error;
  }
}

describe("a logo that is taken", () => {
  it("is drawn anew: an SVG as large as it is used, a PNG never larger than it was", async () => {
    const drawn = await draw("logo.svg", anSvg(SHAPE));
    expect(drawn).toMatchObject({ width: 1200, height: 400 });
    expect(await draw("logo.svg", anSvg(SHAPE, 'viewBox="0 0 300 300"'))).toMatchObject({
      ...{ width: 400, height: 400 },
    });
    expect(await draw("Logo.PNG", aPng({ width: 120, height: 40 }))).toMatchObject({
      width: 120,
      height: 40,
    });
    expect(await draw("logo.png", aPng({ width: 2400, height: 400 }))).toMatchObject({
      ...{ width: 1200, height: 200 },
    });
  });

  it("keeps its pixels and nothing else of the file", async () => {
    const more = pngText("made by Ani on her laptop");
    const zip = Buffer.from("PK\u0003\u0004<script>alert(1)</script>");
    const sent = Buffer.concat([aPng({ width: 60, height: 20 }, more), zip]);
    const { png } = await draw("logo.png", sent);
    expect(png.subarray(0, 8)).toEqual(sent.subarray(0, 8));
    expect(png.toString("latin1")).not.toMatch(/Ani|script/);
  });

  it("may be an SVG as drawing programs write it", async () => {
    const inner =
      '<title>PT Maju</title><defs><style>.a{fill:url(#g)}</style><linearGradient id="g"><stop stop-color="#123456"/>' +
      '</linearGradient><clipPath id="c"><rect width="300" height="100"/></clipPath></defs>' +
      `<!-- made with a program --><g clip-path="url( '#c' )"><path class="a" d="M0 0H300V100H0Z"/></g>`;
    const bytes = Buffer.concat([Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- x -->\n'), anSvg(inner)]);
    expect(await draw("logo.svg", bytes)).toMatchObject({ width: 1200, height: 400 });
  });
});

describe("a logo is refused", () => {
  const jpeg = Buffer.from("ffd8ffe000104a464946000101", "hex");
  const files: [what: string, name: string, bytes: Buffer, fault: LogoFault][] = [
    ["an empty file", "a.png", Buffer.alloc(0), "empty"],
    ["one that is too large", "a.svg", anSvg(" ".repeat(LARGEST_LOGO)), "too-large"],
    ["another kind of picture", "a.jpg", jpeg, "ending"],
    ["one without a name before its ending", ".png", aPng({ width: 9, height: 9 }), "ending"],
    ["a JPEG called a PNG", "a.png", jpeg, "content"],
    ["a PNG called an SVG", "a.svg", aPng({ width: 9, height: 9 }), "content"],
    ["an SVG called a PNG", "a.png", anSvg(SHAPE), "content"],
    ["a web page called an SVG", "a.svg", Buffer.from("<html><svg></svg></html>"), "content"],
    ["half a PNG", "a.png", aPng({ width: 90, height: 90 }).subarray(0, 60), "content"],
    ["half an SVG", "a.svg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect'), "content"],
    ["an SVG in UTF-16", "a.svg", Buffer.from(anSvg(SHAPE).toString(), "utf16le"), "content"],
    ["more pixels than its file", "a.png", aPng({ width: 9, height: 9, said: [50000, 50000] }), "dimensions"],
    ["no pixels", "a.png", aPng({ width: 9, height: 9, said: [0, 9] }), "dimensions"],
    ["a line of a drawing", "a.svg", anSvg(SHAPE, 'width="1000000" height="1"'), "dimensions"],
    ["a picture one sees nothing of", "a.png", aPng({ width: 9, height: 9, pixel: 0 }), "nothing"],
    ["a drawing of nothing", "a.svg", anSvg("<g/>"), "nothing"],
  ];
  it.each(files)("%s", async (_what, name, bytes, fault) => {
    expect(await faultOf(name, bytes)).toBe(fault);
  });

  const parts: [what: string, inner: string, fault: LogoFault][] = [
    ["a script", `${SHAPE}<script>alert(1)</script>`, "active"],
    ["a script in another namespace", `${SHAPE}<x:ScRipt xmlns:x="http://www.w3.org/2000/svg"/>`, "active"],
    ["what runs on loading", '<rect onload="alert(1)" width="9" height="9"/>', "active"],
    ["a page inside", "<foreignObject><p>x</p></foreignObject>", "active"],
    ["a link that runs", '<a href="javascript:alert(1)"/>', "active"],
    ["a file of the server", '<path xlink:href="file:///etc/passwd"/>', "outside"],
    ["another server", "<path href='http://169.254.169.254/'/>", "outside"],
    ["a picture", '<image href="#a"/>', "outside"],
    ["a fill from elsewhere", '<rect fill="url( http://x.test/#a)"/>', "outside"],
    ["a style from elsewhere", "<style>@import 'http://x.test/a.css';</style>", "outside"],
    ["letters", "<text>PT Maju</text>", "text"],
    ["parts used again and again", '<g id="a"/><use href="#a"/>', "complex"],
    ["effects", "<filter id='a'><feGaussianBlur stdDeviation='9'/></filter>", "complex"],
    ["parts within parts without end", `${"<g>".repeat(60)}${"</g>".repeat(60)}`, "complex"],
    [
      "parts hidden by a comment",
      `${"<g>".repeat(60)}<!-- ${"</g>".repeat(60)} -->${"</g>".repeat(60)}`,
      "complex",
    ],
    ["too many parts", "<g/>".repeat(6000), "complex"],
  ];
  it.each(parts)("with %s", async (_what, inner, fault) => {
    expect(await faultOf("logo.svg", anSvg(inner))).toBe(fault);
  });

  it("with entities that grow while they are read", async () => {
    const lol = '<!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
    expect(await faultOf("logo.svg", Buffer.concat([Buffer.from(lol), anSvg("<desc>&c;</desc>")]))).toBe(
      "entities",
    );
  });

  it("when it is small but would take for ever to draw, without anybody waiting for it", async () => {
    const inside = (at: number) => `<rect width="9" height="9" mask="url(#m${at + 1})"/>`.repeat(90);
    const masks = Array.from({ length: 8 }, (_, at) => `<mask id="m${at}">${inside(at)}</mask>`).join("");
    const drawing = anSvg(`${masks}<rect width="300" height="100" mask="url(#m0)"/>`);
    let beats = 0;
    const heart = setInterval(() => beats++, 50);
    const fault = await faultOf("logo.svg", drawing, 1000);
    clearInterval(heart);
    expect(fault).toBe("complex");
    expect(beats).toBeGreaterThan(2);
  }, 20_000);

  it("quickly where marks are opened and never closed", async () => {
    const never = (mark: string) => Buffer.from(`<svg ${mark.repeat(Math.floor(900_000 / mark.length))}`);
    for (const mark of ["<!--", "<?", "<![CDATA[", '<a b="', "<!doctype ["]) {
      expect(await faultOf("logo.svg", never(mark))).not.toBe("none");
    }
  }, 20_000);
});
