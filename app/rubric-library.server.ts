import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { parseDocument } from "yaml";
import { parseRubric, type Rubric, RubricError } from "#rubric/schema";
import { canonicalJson } from "./canonical-json";

/** A checked rubric, the sha256 (hex) of its content, and the file it came from. */
export type LoadedRubric = { rubric: Rubric; hash: string; file: string };

/** Every rubric version that was found, ordered by the rubrics' `order`, then key, then version. */
export type RubricLibrary = {
  /** The newest version of each rubric. */
  latest(): LoadedRubric[];
  get(key: string, version: string): LoadedRubric | undefined;
  all(): LoadedRubric[];
};

/** Rubric files that cannot be used; the message has a line for every problem in every file. */
export class RubricLibraryError extends Error {}

const EXTENSIONS = [".yaml", ".yml", ".json"];
const UNORDERED = Number.MAX_SAFE_INTEGER;

/**
 * Reads every `<dir>/<key>/<version>.yaml` (or .yml, .json).
 * Throws a RubricLibraryError that lists, one per line, every problem in every file; and when nothing was found at all.
 */
export function loadRubrics(dirs: string[]): RubricLibrary {
  const found = new Map<string, LoadedRubric>();
  const problems: string[] = [];
  for (const file of dirs.flatMap(rubricFiles)) {
    try {
      const loaded = loadFile(file);
      const name = `${loaded.rubric.key} ${loaded.rubric.version}`;
      const known = found.get(name);
      if (known && known.hash !== loaded.hash) {
        problems.push(`${file}: ${name} is already defined, with other content, by ${known.file}`);
      }
      if (!known) found.set(name, loaded);
    } catch (error) {
      if (!(error instanceof RubricError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new RubricLibraryError(problems.join("\n"));
  if (found.size === 0) throw new RubricLibraryError(`No rubric found in: ${dirs.join(", ")}`);
  return libraryOf([...found.values()].sort(byPlace));
}

/** sha256 (hex) of the rubric's canonical JSON: keys sorted, no spaces. Comments and layout do not count. */
export function hashRubric(rubric: Rubric): string {
  return createHash("sha256").update(canonicalJson(rubric)).digest("hex");
}

function libraryOf(sorted: LoadedRubric[]): RubricLibrary {
  return {
    latest: () => sorted.filter(({ rubric }) => !sorted.some((other) => isNewer(other.rubric, rubric))),
    get: (key, version) => sorted.find(({ rubric }) => rubric.key === key && rubric.version === version),
    all: () => [...sorted],
  };
}

function rubricFiles(dir: string): string[] {
  if (!existsSync(dir)) throw new RubricLibraryError(`There is no folder ${dir}`);
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((folder) => readdirSync(join(dir, folder.name)).map((name) => join(dir, folder.name, name)))
    .filter((file) => EXTENSIONS.includes(extname(file)))
    .sort();
}

function loadFile(file: string): LoadedRubric {
  const rubric = parseRubric(parseYaml(readFileSync(file, "utf8"), file), file);
  const problems = [
    { path: "key", is: rubric.key, named: basename(join(file, "..")), what: "folder" },
    { path: "version", is: rubric.version, named: basename(file, extname(file)), what: "file name" },
  ]
    .filter(({ is, named }) => is !== named)
    .map(({ path, is, named, what }) => ({ path, reason: `"${is}" and the ${what} "${named}" must agree` }));
  if (problems.length > 0) throw new RubricError(file, problems);
  return { rubric, hash: hashRubric(rubric), file };
}

/** JSON is read as YAML too, so that its mistakes are also reported with their line. */
function parseYaml(source: string, file: string): unknown {
  const document = parseDocument(source, { prettyErrors: false });
  const lineOf = (offset: number) => source.slice(0, offset).split("\n").length;
  const problems = document.errors.map(({ pos, message }) => ({
    path: `line ${lineOf(pos[0])}`,
    reason: message,
  }));
  if (problems.length > 0) throw new RubricError(file, problems);
  return document.toJS();
}

function byPlace({ rubric: a }: LoadedRubric, { rubric: b }: LoadedRubric): number {
  const order = (a.order ?? UNORDERED) - (b.order ?? UNORDERED);
  return order || a.key.localeCompare(b.key, "en") || compareVersions(a.version, b.version);
}

function isNewer(a: Rubric, b: Rubric): boolean {
  return a.key === b.key && compareVersions(a.version, b.version) > 0;
}

/** Numeric, so that 1.10.0 follows 1.9.0. */
function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
