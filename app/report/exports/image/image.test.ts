import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { locales } from "~/i18n/locale";
import { withLocale } from "~/i18n/locale.server";
import { levelStep } from "~/ui/level-scale";
import { hex, scaleHex, THEMES } from "../colours";
import { ofSize, sampleReport, withoutResults } from "../test-reports";
import { figureNames, figureSvg } from "./figures";
import { pngOf } from "./png";
import { STYLES } from "./styles";

const sample = sampleReport("id");
const draw = (name: string, theme: (typeof THEMES)[number] = "light", given: typeof sample = sample) =>
  withLocale("id", () => figureSvg(name, given, theme)) ?? "";
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};
const boxOf = (svg: string) => /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.slice(1).map(Number) ?? [];

describe("the styles of figures in files", () => {
  it("are those of the stylesheet", () => {
    const css = readFileSync(new URL("../../figures/drawing.css", import.meta.url), "utf8");
    const found: Record<string, Record<string, unknown>> = {};
    const rules = css.replace(/\/\*.*?\*\//gs, "").split("@media")[0] ?? "";
    for (const [, selectors = "", body = ""] of rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      for (const [, name = ""] of selectors.matchAll(/\.(fig-[\w-]+)(?=\s*(,|$))/g)) {
        const own = found[name] ?? {};
        for (const [, property = "", value = ""] of body.matchAll(/([\w-]+):\s*([^;]+);/g)) {
          if (/^(print-color-adjust|font-variant-numeric)$/.test(property)) continue;
          const plain = value.replace(/var\(--color-([\w-]+)\)/, "$1").replace(/px$/, "");
          own[property] = /^[\d.]+$/.test(plain) ? Number(plain) : plain;
        }
        if (Object.keys(own).length > 0) found[name] = own;
      }
    }
    expect(Object.keys(found).length).toBeGreaterThan(20);
    expect(STYLES).toEqual(found);
  });
});

describe("a figure as SVG", () => {
  it.each(figureNames(sample))("stands alone: %s", (name) => {
    for (const theme of THEMES) {
      const svg = draw(name, theme);
      expect(svg).toMatch(
        /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/,
      );
      expect(svg).not.toMatch(/class=|style=|var\(|oklch|NaN|undefined|<script|href=/);
      expect(svg).toContain("&#x27;Plus Jakarta Sans&#x27;");
      expect(svg).toContain(`fill="${hex("paper", theme)}"`);
      expect(svg).toMatch(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/);
      expect(svg.replace(/<[^>]+>/g, "")).toContain(
        "PT Contoh Jasa Magang · 30 Juni 2026 · Langsung, belum diterbitkan",
      );
      expect([...svg.matchAll(/<(\w+)[^>]*? (\w[\w-]*)="[^"]*"[^>]*? \2="/g)].map(([tag]) => tag)).toEqual(
        [],
      );
    }
  });

  it("fills a level by its step of the scale, in either theme", () => {
    const { level } = sample.report.functions[0] ?? {};
    for (const theme of THEMES) {
      expect(draw("ladder", theme)).toContain(scaleHex("level", levelStep(level ?? 1, 5), theme));
      expect(draw("ladder", theme)).toContain(scaleHex("on-level", levelStep(level ?? 1, 5), theme));
    }
  });

  it("has every function and, in the trend, every assessment", () => {
    const text = (svg: string) => svg.replace(/<[^>]+>/g, "");
    for (const { name } of sample.report.functions) {
      for (const figure of ["radar", "ladder", "heat-map", "trend"]) {
        expect(text(draw(figure))).toContain(name.split(" ")[0]);
      }
    }
    expect(text(draw("trend"))).toContain("30 Jun 2025");
    expect(text(draw("trend"))).toContain("30 Jun 2026");
  });

  it("is there in both languages", () => {
    const written = locales.map((locale) => {
      const given = sampleReport(locale);
      return withLocale(locale, () => figureSvg("radar", given, "light"));
    });
    expect(written[0]).toContain("Profil fungsi");
    expect(written[1]).toContain("Profile of the functions");
  });

  it("is none under another name, nor of a function whose judgments may not be seen", () => {
    const [first] = sample.report.functions;
    const hidden = { ...sample, report: { ...sample.report, minimumGroup: (first?.n ?? 0) + 1 } };
    expect(draw("nothing")).toBe("");
    expect(draw("constructor")).toBe("");
    expect(draw("distribution-nothing")).toBe("");
    expect(draw(`distribution-${first?.key}`, "light", hidden)).toBe("");
    expect(draw("trend", "light", { ...sample, trend: null })).toBe("");
  });

  it.each([
    ["no result", withoutResults(sample.report)],
    ["one function", ofSize(sample.report, { functions: 1, levels: 2 })],
    ["fifty functions and ten levels", ofSize(sample.report, { functions: 50, levels: 10 })],
  ])("is drawn for a report with %s", (_, report) => {
    const given = { ...sample, report };
    for (const name of figureNames(given).filter((one) => !one.startsWith("distribution-"))) {
      expect(draw(name, "light", given)).not.toMatch(/NaN|undefined/);
    }
    expect(draw("radar", "light", given).length).toBeGreaterThan(500);
  });
});

describe("a figure as PNG", () => {
  it("has the size of its drawing, times its scale", async () => {
    for (const name of ["radar", `distribution-${sample.report.functions[0]?.key}`]) {
      const svg = draw(name);
      const [width = 0, height = 0] = boxOf(svg);
      for (const scale of [1, 2]) {
        const png = await pngOf(svg, scale);
        expect(Buffer.from(png.subarray(0, 8)).toString("latin1")).toBe("\u0089PNG\r\n\u001a\n");
        expect(sizeOf(png)).toEqual([width * scale, height * scale]);
      }
    }
  });

  it("has its text drawn: without it there is less in it", async () => {
    const svg = draw("heat-map");
    const [whole, bare] = await Promise.all([pngOf(svg, 1), pngOf(svg.replace(/<text.*?<\/text>/gs, ""), 1)]);
    expect(whole.length).toBeGreaterThan(bare.length * 1.5);
  });
});
