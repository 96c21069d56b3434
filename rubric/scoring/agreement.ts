import { size } from "./distribution";
import { fleissKappa } from "./fleiss";
import {
  type AgreementSums,
  addUnit,
  emptySums,
  type GwetWeights,
  gwetCoefficient,
  gwetFrom,
  mergeSums,
  weightMatrix,
} from "./gwet";
import { jackknifeInterval } from "./jackknife";
import { kendallW } from "./kendall";
import {
  addCoincidences,
  alphaFrom,
  type Coincidences,
  emptyCoincidences,
  krippendorffAlpha,
  mergeCoincidences,
} from "./krippendorff";
import type { Panel, Rating } from "./panel";
import type { Agreement, AgreementReason, JackknifeInterval, KendallW } from "./types";

/**
 * Every coefficient of the whole panel, from the counts per unit (levels x levels, never pairs of raters).
 * Each is null where it is undefined, with the reason beside it.
 */
export function agreement(panel: Panel): Agreement {
  const { counts, levels } = panel;
  const pairable = counts.filter((unit) => size(unit) >= 2);
  const raters = panel.ratings.filter((own) => own.some((rating) => isPairable(panel, rating)));
  const alpha = (metric: "nominal" | "ordinal" | "interval") => krippendorffAlpha(counts, metric);
  const gwet = (weights: GwetWeights) => gwetCoefficient(counts, levels, weights);
  const noPairs = pairable.length === 0 ? "no-unit-with-two-judgments" : null;
  const krippendorff = { nominal: alpha("nominal"), ordinal: alpha("ordinal"), interval: alpha("interval") };
  const kappa = fleissKappa(counts, levels);
  const ac2Ordinal = gwet("ordinal");
  const reasons = {
    krippendorff: krippendorff.nominal === null ? (noPairs ?? "no-variation") : null,
    gwet: noPairs,
    fleissKappa: kappa === null ? (noPairs ?? "no-variation") : null,
  } as const;
  return {
    units: pairable.length,
    raters: raters.length,
    ratings: pairable.reduce((total, unit) => total + size(unit), 0),
    krippendorff,
    gwet: {
      ac1: gwet("identity"),
      ac2Ordinal,
      ac2Linear: gwet("linear"),
      ac2Quadratic: gwet("quadratic"),
    },
    fleissKappa: kappa,
    kendallW: concordance(panel),
    jackknife: {
      alphaOrdinal: around(
        krippendorff.ordinal,
        reasons.krippendorff,
        withoutEach(panel, raters, ordinalAlpha(levels)),
      ),
      ac2Ordinal: around(ac2Ordinal, reasons.gwet, withoutEach(panel, raters, ordinalAc2(levels))),
    },
    reasons,
  };
}

function around(
  estimate: number | null,
  undefinedBecause: AgreementReason | null,
  withoutEach: (number | null)[],
): JackknifeInterval {
  if (estimate === null) return { low: null, high: null, reason: undefinedBecause };
  return jackknifeInterval(estimate, withoutEach);
}

/** A coefficient that is computed from sums over units. */
type Summed<Sums> = {
  empty: () => Sums;
  add: (to: Sums, unit: readonly number[], sign: 1 | -1) => void;
  merge: (to: Sums, from: Sums) => void;
  value: (sums: Sums) => number | null;
};

function ordinalAlpha(levels: number): Summed<Coincidences> {
  return {
    empty: () => emptyCoincidences(levels),
    add: addCoincidences,
    merge: mergeCoincidences,
    value: (sums) => alphaFrom(sums, "ordinal"),
  };
}

function ordinalAc2(levels: number): Summed<AgreementSums> {
  const weights = weightMatrix(levels, "ordinal");
  return { empty: () => emptySums(levels, weights), add: addUnit, merge: mergeSums, value: gwetFrom };
}

/**
 * The coefficient without each rater. Taking out one judgment changes the sums of its unit only, and by the
 * same amount for every rater at the same level, so no more than units x levels such changes are ever computed.
 */
function withoutEach<Sums>(panel: Panel, raters: Rating[][], of: Summed<Sums>): (number | null)[] {
  const all = of.empty();
  for (const unit of panel.counts) of.add(all, unit, 1);
  const effects = new Map<number, Sums>();
  const effectOf = ({ unit, level }: Rating): Sums => {
    const key = unit * panel.levels + level - 1;
    const known = effects.get(key);
    if (known) return known;
    const counts = panel.counts[unit] ?? [];
    const effect = of.empty();
    of.add(effect, counts, -1);
    of.add(effect, counts.with(level - 1, (counts[level - 1] ?? 0) - 1), 1);
    effects.set(key, effect);
    return effect;
  };
  return raters.map((own) => {
    const rest = of.empty();
    of.merge(rest, all);
    for (const rating of own) of.merge(rest, effectOf(rating));
    return of.value(rest);
  });
}

/** Kendall's W over the units that all raters rated; a rater who judged nothing does not take part. */
function concordance(panel: Panel): KendallW {
  const active = panel.ratings.filter((own) => own.length > 0);
  const complete = panel.counts.map((unit) => size(unit) === active.length);
  const rows = active.map((own) => own.filter(({ unit }) => complete[unit]).map(({ level }) => level));
  const units = rows[0]?.length ?? 0;
  const counted = { units, raters: active.length };
  const none = { w: null, chiSquared: null, df: null, p: null, ...counted };
  if (active.length < 2) return { ...none, reason: "fewer-than-two-raters" };
  if (units < 2) return { ...none, reason: "fewer-than-two-complete-units" };
  const found = kendallW(rows);
  return found === null ? { ...none, reason: "all-ranks-tied" } : { ...found, ...counted, reason: null };
}

function isPairable(panel: Panel, { unit }: Rating): boolean {
  return size(panel.counts[unit] ?? []) >= 2;
}
