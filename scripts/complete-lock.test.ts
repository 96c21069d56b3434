import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missingEntries } from "./complete-lock.mjs";

test("the lock file names the binaries of every platform, so that a clean install works on all of them", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  expect(missingEntries(lock).map(([path]) => path)).toEqual([]);
});

test("a missing binary is entered for its platform only", () => {
  const parent = {
    version: "1.2.3",
    dev: true,
    optionalDependencies: { "@x/core-linux-arm64-musl": "1.2.3" },
  };
  expect(missingEntries({ packages: { "node_modules/@x/core": parent } })).toEqual([
    [
      "node_modules/@x/core-linux-arm64-musl",
      {
        ...{ version: "1.2.3", cpu: ["arm64"], dev: true, libc: ["musl"] },
        ...{ license: "MIT", optional: true, os: ["linux"] },
      },
    ],
  ]);
});
