import { describe, expect, it } from "vitest";
import { estimateWidth, wrapLabel } from "./text-layout";

describe("labels in a figure", () => {
  it("stay on one line where they fit", () => {
    expect(wrapLabel("Teknologi", 150, 14)).toEqual(["Teknologi"]);
  });

  it("break at spaces, in order and without losing a word", () => {
    const lines = wrapLabel("Proses bisnis dan tata kelola", 130, 14);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(" ")).toBe("Proses bisnis dan tata kelola");
    for (const line of lines) expect(estimateWidth(line, 14)).toBeLessThanOrEqual(130);
  });

  it("cut a word that is wider than its room", () => {
    const lines = wrapLabel("Pertanggungjawaban", 60, 14);
    expect(lines.join("").replaceAll("-", "")).toBe("Pertanggungjawaban");
    for (const line of lines) expect(estimateWidth(line, 14)).toBeLessThanOrEqual(60);
  });

  it("cut at a hyphen that is already there", () => {
    expect(wrapLabel("Cross-channel", 70, 14)).toEqual(["Cross-", "channel"]);
  });

  it("give an empty text one empty line", () => {
    expect(wrapLabel("", 60, 14)).toEqual([""]);
  });

  it("end even where not one letter fits", () => {
    expect(wrapLabel("abc", 1, 14).join("").replaceAll("-", "")).toBe("abc");
  });
});
