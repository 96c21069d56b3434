import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { put, temporaryFolder } from "../../tests/support/temporary-folder";
import { finishFile } from "./finish-file";

const noLinks = () => {
  throw Object.assign(new Error("operation not permitted"), { code: "EPERM" });
};

describe.each([
  ["with second names", undefined],
  ["without them", noLinks],
])("finishing a file on a disk %s", (_what, link) => {
  it("gives it its name", async () => {
    const folder = temporaryFolder();
    const target = join(folder, "whole");
    await finishFile(put(folder, ".unfinished", "mine"), target, link);
    expect(readFileSync(target, "utf8")).toBe("mine");
    expect(readdirSync(folder)).not.toContain(".whole.finishing");
  });

  it("leaves what has that name already as it is", async () => {
    const folder = temporaryFolder();
    const target = put(folder, "whole", "of another");
    const unfinished = put(folder, ".unfinished", "mine");
    await expect(finishFile(unfinished, target, link)).rejects.toThrow(/exists already/);
    expect(readFileSync(target, "utf8")).toBe("of another");
    expect(readdirSync(folder).sort()).toEqual([".unfinished", "whole"]);
  });

  it("lets one of several through that finish at the same moment", async () => {
    const folder = temporaryFolder();
    const target = join(folder, "whole");
    const names = ["a", "b", "c"];
    const ends = await Promise.allSettled(
      names.map((name) => finishFile(put(folder, `.${name}`, name), target, link)),
    );
    const through = names.filter((_, index) => ends[index]?.status === "fulfilled");
    expect(through).toEqual([readFileSync(target, "utf8")]);
  });
});

it("says what to remove where one was killed just then on a disk without second names", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, ".whole.finishing"));
  const finished = finishFile(put(folder, ".unfinished", "mine"), join(folder, "whole"), noLinks);
  await expect(finished).rejects.toThrow(/remove .*\.whole\.finishing/);
  expect(readdirSync(folder)).not.toContain("whole");
});
