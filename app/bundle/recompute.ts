import { overall } from "#rubric/scoring/overall";
import { readPanel } from "#rubric/scoring/panel";
import { score } from "#rubric/scoring/score";
import type { ScoreInput, Unit } from "#rubric/scoring/types";
import { canonicalJson } from "~/canonical-json";
import type { Unsigned } from "./schema";

/** What the numbers of a bundle follow from, and the numbers. */
export type Numbers = Pick<Unsigned, "settings" | "judgments" | "results">;

/** Agreement that needs only how the judgments of each function lie, not who gave which. */
const FROM_COUNTS = ["units", "ratings", "krippendorff", "gwet", "fleissKappa", "reasons"] as const;

/**
 * Everything that follows from the settings and judgments of a bundle, by its path in `results`. From linked judgments
 * that is the whole score. From unlinked ones it is each function whose distribution is there, the overall from the
 * levels, and, where no distribution is missing, the agreement that does not ask who judged what.
 * @throws RangeError where settings and judgments do not fit each other
 */
export function recompute(bundle: Numbers): Map<string, unknown> {
  const { settings, judgments } = bundle;
  const computed = score(judgments.kind === "linked" ? linkedInput(bundle) : unlinkedInput(bundle));
  const found = new Map<string, unknown>();
  const hidden = hiddenFunctions(bundle);
  for (const fn of computed.functions) {
    if (!hidden.has(fn.key)) found.set(`functions.${fn.key}`, fn);
  }
  if (settings.functions) found.set("overall", overallOf(bundle));
  for (const [name, value] of Object.entries(computed.agreement)) {
    const fromCounts = (FROM_COUNTS as readonly string[]).includes(name) && hidden.size === 0;
    if (judgments.kind === "linked" || fromCounts) found.set(`agreement.${name}`, value);
  }
  if (judgments.kind === "linked" && settings.functions) {
    for (const [name, value] of Object.entries(computed.sensitivity)) found.set(`sensitivity.${name}`, value);
  }
  return found;
}

/** What the bundle itself says at a path of `recompute`; undefined where it says nothing. */
export function stated({ results }: Pick<Numbers, "results">, path: string): unknown {
  const [part = "", ...rest] = path.split(".");
  const name = rest.join(".");
  if (part === "functions") return results.functions.find(({ key }) => key === name);
  if (part === "overall" && name === "") return results.overall;
  const branch: object | undefined =
    part === "agreement" ? results.agreement : part === "sensitivity" ? results.sensitivity : undefined;
  return branch && Object.hasOwn(branch, name)
    ? Object.entries(branch).find(([key]) => key === name)?.[1]
    : undefined;
}

/** The paths at which computing again gives, to the last digit, what the bundle says. */
export function recomputable(bundle: Numbers): string[] {
  return [...recompute(bundle)].flatMap(([path, value]) =>
    isSame(stated(bundle, path), value) ? [path] : [],
  );
}

export type Difference = { path: string; stated: string; recomputed: string };

/** Where a bundle claims to be recomputable and is not. */
export function differences(bundle: Numbers & Pick<Unsigned, "recomputes">): Difference[] {
  const found = recompute(bundle);
  return bundle.recomputes.flatMap((path) => {
    const [says, gives] = [stated(bundle, path), found.get(path)];
    if (says !== undefined && found.has(path) && isSame(says, gives)) return [];
    return [{ path, stated: spelled(says), recomputed: spelled(gives) }];
  });
}

/** Every path of `results` that a bundle could list. */
export function allPaths({ results }: Pick<Numbers, "results">): string[] {
  return [
    ...results.functions.map(({ key }) => `functions.${key}`),
    "overall",
    ...Object.keys(results.agreement).map((name) => `agreement.${name}`),
    ...Object.keys(results.sensitivity).map((name) => `sensitivity.${name}`),
  ];
}

function isSame(a: unknown, b: unknown): boolean {
  return spelled(a) === spelled(b);
}

function spelled(value: unknown): string {
  return value === undefined ? "nothing" : canonicalJson(value);
}

function unitsOf({ settings, results }: Numbers): Unit[] {
  return settings.functions ?? results.functions.map(({ key }) => ({ key }));
}

function linkedInput(bundle: Numbers): ScoreInput {
  const { settings, judgments } = bundle;
  if (judgments.kind !== "linked") throw new RangeError("the judgments are not linked");
  return {
    ...{ levels: settings.levels, quorum: settings.quorum, units: unitsOf(bundle) },
    raters: judgments.assessors,
    judgments: judgments.entries.map(({ assessor, function: unit, level, confidence }) => ({
      ...{ unit, rater: assessor, level, confidence },
    })),
  };
}

/** Raters who stand for nobody: of each function's judgments, ordered by level, each has one. */
function unlinkedInput(bundle: Numbers): ScoreInput {
  const { settings, judgments } = bundle;
  if (judgments.kind !== "unlinked") throw new RangeError("the judgments are linked");
  const size = Math.max(0, ...judgments.functions.map(({ n, missing }) => n + missing));
  return {
    ...{ levels: settings.levels, quorum: settings.quorum, units: unitsOf(bundle) },
    raters: Array.from({ length: size }, (_, index) => ({ key: String(index) })),
    judgments: judgments.functions.flatMap(({ function: unit, distribution }) =>
      (distribution ?? [])
        .flatMap((count, index) => new Array<number>(count).fill(index + 1))
        .map((level, index) => ({ unit, rater: String(index), level })),
    ),
  };
}

function hiddenFunctions({ judgments }: Numbers): Set<string> {
  if (judgments.kind === "linked") return new Set();
  return new Set(
    judgments.functions.flatMap(({ function: key, distribution }) => (distribution ? [] : [key])),
  );
}

/** From the levels that are published, also of functions whose judgments are not. */
function overallOf({ settings, results }: Numbers) {
  const { levels, quorum, functions } = settings;
  const panel = readPanel({ levels, quorum, units: functions ?? [], raters: [], judgments: [] });
  const levelOf = new Map(results.functions.map(({ key, level }) => [key, level]));
  return overall(panel.units, panel.inputOrder, panel.levels, (unit) => {
    return levelOf.get(panel.units[unit]?.key ?? "") ?? null;
  });
}
