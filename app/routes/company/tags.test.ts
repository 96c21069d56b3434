import { expect, it } from "vitest";
import { splitTags } from "./tags";

it("takes tags apart at commas and lines, and each once, as it was written first", () => {
  expect(splitTags("Ritel,  program   2026 ;jawa\nritel,, ,Jawa")).toEqual(["Ritel", "program 2026", "jawa"]);
  expect(splitTags("  ")).toEqual([]);
});
