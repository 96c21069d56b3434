import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseRubric } from "#rubric/schema";
import { hashRubric, loadRubrics } from "./rubric-library.server";

const fixtures = fileURLToPath(new URL("../tests/fixtures/rubrics", import.meta.url));
const serviceDesk = readFileSync(join(fixtures, "service-desk/1.0.0.yaml"), "utf8");

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "rubrics-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

function put(path: string, content: string): string {
  const file = join(dir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const atVersion = (version: string) => serviceDesk.replaceAll("version: 1.0.0", `version: ${version}`);
const named = (key: string, extra = "") => serviceDesk.replace("key: service-desk", `key: ${key}${extra}`);

describe("loadRubrics", () => {
  it("finds a rubric by key and version, with its file and hash", () => {
    const loaded = loadRubrics([fixtures]).get("service-desk", "1.0.0");
    expect(loaded?.rubric.functions).toHaveLength(3);
    expect(loaded?.rubric.levels).toHaveLength(4);
    expect(loaded?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(loaded?.file).toBe(join(fixtures, "service-desk/1.0.0.yaml"));
  });

  it("knows no other version", () => {
    expect(loadRubrics([fixtures]).get("service-desk", "9.0.0")).toBeUndefined();
  });

  it("keeps every version and takes 1.10.0 for newer than 1.9.0", () => {
    for (const version of ["1.9.0", "1.10.0", "1.2.0"])
      put(`service-desk/${version}.yaml`, atVersion(version));
    const library = loadRubrics([dir]);
    expect(library.all().map(({ rubric }) => rubric.version)).toEqual(["1.2.0", "1.9.0", "1.10.0"]);
    expect(library.latest().map(({ rubric }) => rubric.version)).toEqual(["1.10.0"]);
  });

  it("orders by `order` first, then by key", () => {
    put("alpha/1.0.0.yaml", named("alpha"));
    put("beta/1.0.0.yaml", named("beta"));
    put("zulu/1.0.0.yaml", named("zulu", "\norder: 1"));
    expect(
      loadRubrics([dir])
        .latest()
        .map(({ rubric }) => rubric.key),
    ).toEqual(["zulu", "alpha", "beta"]);
  });

  it("reads JSON, tabs included, to the same hash as YAML", () => {
    put("service-desk/1.0.0.json", JSON.stringify(parse(serviceDesk), null, "\t"));
    const [fromJson, fromYaml] = [dir, fixtures].map((from) =>
      loadRubrics([from]).get("service-desk", "1.0.0"),
    );
    expect(fromJson?.hash).toBe(fromYaml?.hash);
  });

  it("accepts the same rubric in two directories", () => {
    put("service-desk/1.0.0.yaml", `# a copy\n${serviceDesk}`);
    expect(loadRubrics([fixtures, dir]).all()).toHaveLength(1);
  });

  it("refuses one version with two contents and names both files", () => {
    const file = put("service-desk/1.0.0.yaml", serviceDesk.replace("Setiap petugas", "Tiap petugas"));
    expect(() => loadRubrics([fixtures, dir])).toThrow(
      `${file}: service-desk 1.0.0 is already defined, with other content, by ${join(fixtures, "service-desk/1.0.0.yaml")}`,
    );
  });

  it("names file and line of a YAML mistake", () => {
    const file = put("broken/1.0.0.yaml", "key: broken\nname: { id: Rusak, en: Broken\nversion: 1.0.0\n");
    expect(() => loadRubrics([dir])).toThrow(new RegExp(`^${file}: line [234]: `));
  });

  it("names file and line of a field that is written twice", () => {
    const file = put("broken/1.0.0.yaml", "key: broken\nversion: 1.0.0\nkey: broken\n");
    expect(() => loadRubrics([dir])).toThrow(`${file}: line 3: Map keys must be unique`);
  });

  it("wants folder and key, file name and version to agree", () => {
    const file = put("help-desk/2.0.0.yaml", serviceDesk);
    expect(() => loadRubrics([dir])).toThrow(
      `${file}: key: "service-desk" and the folder "help-desk" must agree\n` +
        `${file}: version: "1.0.0" and the file name "2.0.0" must agree`,
    );
  });

  it("lists the problems of all files at once", () => {
    const one = put("one/1.0.0.yaml", named("one").replace("source:", "sauce:"));
    const two = put("two/1.0.0.yaml", "");
    const read = () => loadRubrics([dir]);
    expect(read).toThrow(`${one}: source: is missing`);
    expect(read).toThrow(`${one}: sauce: is not a field`);
    expect(read).toThrow(`${two}: must be a group of named fields`);
  });

  it("refuses a directory that does not exist: whoever names one means it", () => {
    expect(() => loadRubrics([fixtures, join(dir, "none")])).toThrow(
      `There is no folder ${join(dir, "none")}`,
    );
  });

  it("ignores notes beside the rubrics", () => {
    put("service-desk/NOTES.md", "notes");
    put("README.md", "notes");
    expect(loadRubrics([dir, fixtures]).all()).toHaveLength(1);
  });

  it("says so when there is no rubric at all", () => {
    expect(() => loadRubrics([dir])).toThrow(`No rubric found in: ${dir}`);
  });
});

describe("hashRubric", () => {
  const rubric = () => parseRubric(parse(serviceDesk), "service-desk");

  it("does not depend on the order of fields", () => {
    const reversed = Object.fromEntries(Object.entries(parse(serviceDesk)).reverse());
    expect(hashRubric(parseRubric(reversed, "reversed"))).toBe(hashRubric(rubric()));
  });

  it("changes with one letter and with the order of levels", () => {
    const renamed = { ...rubric(), source: `${rubric().source}!` };
    const turned = { ...rubric(), levels: rubric().levels.reverse() };
    expect(new Set([rubric(), renamed, turned].map(hashRubric)).size).toBe(3);
  });
});
