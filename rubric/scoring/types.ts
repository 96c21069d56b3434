/** One answer of one assessor about one function. `level` null means "cannot judge" or missing. */
export type Judgment = {
  unit: string;
  rater: string;
  level: number | null;
  /** 1 (low) to 3 (high), as the assessor stated it; only feeds the sensitivity check. */
  confidence?: number | null;
};

/** An assessor. `weight` (default 1) only feeds the sensitivity check, never the headline. */
export type Rater = { key: string; perspective?: string; weight?: number };

/** A rated function. `weight` (default 1) and `inOverall` (default true) shape the overall only. */
export type Unit = { key: string; weight?: number; inOverall?: boolean; target?: number | null };

/** Everything a score is computed from; `levels` is the number of levels of the rubric, 2 to 10. */
export type ScoreInput = {
  levels: number;
  units: Unit[];
  raters: Rater[];
  judgments: Judgment[];
  quorum?: number;
};

/** The two middle judgments of an evenly divided panel: printed as "2-3 split". */
export type Split = { lower: number; upper: number };

export type ConsensusClass = "strong" | "moderate" | "split";

/** A closed interval of levels with its actual coverage, a proportion. */
export type MedianInterval = { low: number; high: number; coverage: number };

/**
 * One function. `distribution`, `agreementA`, `tastleWierman`, `averageDeviation` and `shareOnMode`
 * describe whatever judgments there are; `level`, `split`, `mean`, `consensus` and `interval` are results
 * and stay null below the quorum (`reason` says so). `missing` counts the raters of the panel without a level.
 */
export type FunctionScore = {
  key: string;
  n: number;
  missing: number;
  level: number | null;
  reason: null | "no-judgments" | "below-quorum";
  split: Split | null;
  mean: number | null;
  distribution: number[];
  consensus: ConsensusClass | null;
  agreementA: number | null;
  tastleWierman: number | null;
  averageDeviation: number | null;
  shareOnMode: number | null;
  interval: MedianInterval | null;
};

/** The overall; see `overall.ts` for what each number claims when functions have no result. */
export type Overall = {
  typical: number | null;
  attained: number | null;
  binding: string[];
  meanIndex: number | null;
  /** The lowest level found so far: `attained` cannot be above it, whatever the missing results say. */
  attainedAtMost: number | null;
  /** Functions that count in the overall, and how many of them have a result. */
  functions: number;
  withResult: number;
  reason: null | "no-function-with-result" | "functions-without-result";
};

/** Why a statistic of agreement is null; "withheld" never comes from scoring, but from who may not see it. */
export type AgreementReason =
  | "no-unit-with-two-judgments"
  | "no-variation"
  | "fewer-than-two-raters"
  | "fewer-than-two-complete-units"
  | "all-ranks-tied"
  | "too-few-raters"
  | "undefined-without-one-rater"
  | "no-spread-between-raters"
  | "withheld";

export type JackknifeInterval = { low: number | null; high: number | null; reason: AgreementReason | null };

export type KendallW = {
  w: number | null;
  chiSquared: number | null;
  df: number | null;
  p: number | null;
  /** Units that every rater rated, and the raters with at least one judgment. */
  units: number;
  raters: number;
  reason: AgreementReason | null;
};

/**
 * Agreement of the whole panel. `units` have at least two judgments and `raters` have at least one judgment
 * on such a unit; `ratings` is the number of judgments between them.
 */
export type Agreement = {
  units: number;
  raters: number;
  ratings: number;
  krippendorff: { nominal: number | null; ordinal: number | null; interval: number | null };
  gwet: {
    ac1: number | null;
    ac2Ordinal: number | null;
    ac2Linear: number | null;
    ac2Quadratic: number | null;
  };
  fleissKappa: number | null;
  kendallW: KendallW;
  jackknife: { alphaOrdinal: JackknifeInterval; ac2Ordinal: JackknifeInterval };
  reasons: {
    krippendorff: AgreementReason | null;
    gwet: AgreementReason | null;
    fleissKappa: AgreementReason | null;
  };
};

export type LevelChange = { key: string; from: number; to: number | null };
export type NumberChange = { from: number | null; to: number | null };
/** Null where nothing changes. */
export type OverallChange = { typical: NumberChange | null; attained: NumberChange | null };

/** What leaving one rater out would change; `judgments` is how many levels that rater gave. */
export type LeaveOneOut = {
  rater: string;
  judgments: number;
  changes: boolean;
  functions: LevelChange[];
  overall: OverallChange;
};

/** What weighting the judgments would change; `reason` is set when there is nothing to weigh with. */
export type WeightCheck = {
  reason: null | "no-weights" | "no-confidence";
  changes: boolean;
  functions: LevelChange[];
  overall: OverallChange;
};

export type Sensitivity = {
  leaveOneOut: LeaveOneOut[];
  expertWeight: WeightCheck;
  confidence: WeightCheck;
};

export type Score = {
  method: { name: string; version: string };
  levels: number;
  quorum: number;
  functions: FunctionScore[];
  overall: Overall;
  agreement: Agreement;
  sensitivity: Sensitivity;
};
