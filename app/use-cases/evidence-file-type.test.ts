import { describe, expect, it } from "vitest";
import { BAD_FILES, GOOD_FILES, textOfSize } from "../../tests/support/evidence-samples";
import { checkFile, ENDINGS, LARGEST_FILE } from "./evidence-file-type";

describe("a file of evidence", () => {
  it.each(GOOD_FILES)("$name is taken", (file) => {
    expect(checkFile(file)).toEqual({ ok: true, mediaType: expect.stringContaining("/") });
  });

  it("has a type of ours, whatever the sender calls it", () => {
    const types = GOOD_FILES.map((file) => {
      const checked = checkFile(file);
      return checked.ok && checked.mediaType;
    });
    expect(new Set(types).size).toBe(ENDINGS.length - 1);
    expect(types).toContain("text/csv; charset=utf-8");
  });

  it.each(BAD_FILES)("%s is refused: %s", (_why, fault, file) => {
    expect(checkFile(file)).toEqual({ ok: false, fault });
  });

  it("may have exactly the largest size and not a byte more", () => {
    expect(checkFile(textOfSize(LARGEST_FILE)).ok).toBe(true);
    expect(checkFile(textOfSize(LARGEST_FILE + 1))).toEqual({ ok: false, fault: "too-large" });
  });
});
