import { describe, expect, it } from "vitest";
import { BODY } from "./look";
import { legible, runsOf, textWidth } from "./typeface";
import { type Span, wrap } from "./wrap";

const spansOf = (...texts: string[]): Span[] => texts.map((text) => ({ ...BODY, text }));
const linesOf = (spans: Span[], width: number) =>
  wrap(spans, width).map(({ pieces }) => pieces.map(({ text }) => text).join(""));
const long = "Panel menilai setiap fungsi menurut deskriptor tertulis dan memberi alasan singkat.";

describe("wrapping", () => {
  it("breaks at spaces, no line wider than its room, and loses no word", () => {
    const lines = wrap(spansOf(long), 120);
    expect(lines.length).toBeGreaterThan(2);
    for (const { width, pieces } of lines) {
      expect(width).toBeLessThanOrEqual(120);
      // The width that is reckoned with is the one that is drawn, but for the kerning at spaces.
      const drawn = pieces.reduce((sum, { text }) => sum + textWidth(text, 400, BODY.size), 0);
      expect(Math.abs(drawn - width)).toBeLessThan(1);
    }
    expect(linesOf(spansOf(long), 120).join(" ")).toBe(long);
  });

  it("keeps the lines of the writer, empty ones too", () => {
    expect(linesOf(spansOf("satu\ndua\r\n\r\ntiga"), 300)).toEqual(["satu", "dua", "", "tiga"]);
  });

  it("cuts a word that is wider than its room, and breaks after hyphens", () => {
    const cut = linesOf(spansOf("a".repeat(100)), 60);
    expect(cut.length).toBeGreaterThan(5);
    expect(cut.join("")).toBe("a".repeat(100));
    const room = textWidth("lintas-", 400, BODY.size) + 1;
    expect(linesOf(spansOf("lintas-saluran"), room)[0]).toBe("lintas-");
  });

  it("does not part what has no space between it, across styles", () => {
    const spans: Span[] = [{ ...BODY, weight: 600, text: "Anggaran" }, ...spansOf(": tahunan")];
    const room = textWidth("Anggaran:", 600, BODY.size) + 1;
    expect(linesOf(spans, room + 60)).toEqual(["Anggaran: tahunan"]);
    expect(wrap(spans, room).map(({ pieces }) => pieces.at(-1)?.text)).toEqual([":", "tahunan"]);
  });
});

describe("the typeface", () => {
  it("draws each character with the first face that has it, whole characters at a time", () => {
    const runs = runsOf(legible("Rp 5 ő 👩‍👩‍👧 é"), 400);
    expect(runs.map(({ text, face }) => [text, face?.name ?? null])).toEqual([
      ["Rp 5 ", "400-0"],
      ["ő", "400-1"],
      [" ", "400-0"],
      ["👩‍👩‍👧", null],
      [" é", "400-0"],
    ]);
  });

  it("leaves out what has no shape and takes odd spaces for plain ones", () => {
    expect(legible("a\u0000b\u200bc\u00add\u202ee\ufefff")).toBe("abcdef");
    expect(legible("a\tb\u2009c\u3000d")).toBe("a b c d");
    expect(legible("e\u0301")).toBe("é");
    expect(legible("lone \ud83d half")).toBe("lone \ufffd half");
  });
});
