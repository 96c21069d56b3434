import type { Evidence } from "#db/evidence";
import type { Judgment } from "#db/judgments";
import type { PanelMember } from "#db/panel";
import { PERSPECTIVES } from "#db/schema";
import { levelNumber, type Rubric } from "#rubric/schema";
import { calibrate } from "#rubric/scoring/calibration";
import {
  type IndicatorAnswer,
  type IndicatorStatus,
  indicatorStatus,
  nameOf,
  type UnitIndicator,
} from "#rubric/scoring/indicators";
import { type Recommendations, recommend } from "#rubric/scoring/recommendations";
import { triangulate } from "#rubric/scoring/triangulation";
import type { Score, ScoreInput, Split, Unit } from "#rubric/scoring/types";
import type { RoundsMaterial } from "../rounds-material";
import { groupPerspectives, type PerspectiveGroup } from "./perspective-groups";
import { type Remark, remarks, shuffleKey } from "./remarks";

export type Perspective = PanelMember["perspective"];

/** What one group of perspectives says of a function: its level and, without names, why. */
export type GroupView = PerspectiveGroup<Perspective> & {
  level: number | null;
  split: Split | null;
  distribution: number[];
  /** In an order that has nothing to do with who wrote them. */
  rationales: string[];
};

export type FunctionMaterial = {
  key: string;
  /** Empty when the function has fewer judgments than the smallest group that may be shown. */
  groups: GroupView[];
  /** Levels between the lowest and the highest group; null below two groups. */
  apart: number | null;
  /** Whether that is as far as perspectives must be apart to be told so. */
  differs: boolean;
  /** In an order that has nothing to do with who gave it. */
  evidence: Remark[];
  /** Remarks that are not shown because too few judged. */
  withheld: number;
  /** The panel's answer to each indicator that enough of them answered. */
  indicators: ({ key: string } & IndicatorStatus)[];
  /** Ratings that could be held against their own assessor's indicators, and how many those contradict. */
  calibration: { checked: number; contradicted: number } | null;
};

/**
 * What a report says besides the score, with everything taken out that could show what a single person said:
 * made once, when the result is computed, so that a publication freezes exactly what its readers see.
 */
export type ReportMaterial = {
  minimumGroup: number;
  panel: {
    members: number;
    /** Members who gave at least one level. */
    judged: number;
    perspectives: { perspective: Perspective; members: number }[];
  };
  functions: FunctionMaterial[];
  recommendations: Recommendations;
  /** Only where the panel judged in more than one round. */
  rounds?: RoundsMaterial;
};

type MaterialInput = {
  rubric: Rubric;
  members: readonly PanelMember[];
  judgments: readonly Judgment[];
  evidence: readonly Evidence[];
  minimumGroup: number;
  input: ScoreInput;
  score: Score;
};

/** Makes the material of a report. The same input gives the same material, in the same order. */
export function reportMaterial(given: MaterialInput): ReportMaterial {
  const { rubric, members, input, score, minimumGroup } = given;
  const indicators = unitIndicators(rubric);
  const raw = indicatorAnswers(given.judgments);
  const answers = answeredByEnough(raw, minimumGroup);
  const statuses = indicatorStatus(answers);
  const calibration = calibrate({ judgments: input.judgments, indicators, answers: raw });
  return {
    minimumGroup,
    panel: panelOf(members, input),
    functions: input.units.map((unit) => {
      const n = score.functions.find(({ key }) => key === unit.key)?.n ?? 0;
      const checked = calibration.ratings.filter((rating) => rating.unit === unit.key && rating.checked > 0);
      const contradicted = checked.filter(({ contradicting }) => contradicting.length > 0).length;
      return {
        key: unit.key,
        ...voicesOn(unit, given),
        indicators: indicators.flatMap(({ unit: of, key }) => {
          const status = of === unit.key ? statuses.get(nameOf(of, key)) : undefined;
          return status ? [{ key, ...status }] : [];
        }),
        calibration:
          n >= minimumGroup && checked.length > 0 ? { checked: checked.length, contradicted } : null,
      };
    }),
    recommendations: recommend({
      levels: input.levels,
      units: input.units,
      functions: score.functions,
      indicators,
      answers,
    }),
  };
}

function voicesOn(
  unit: Unit,
  { members, judgments, evidence, input, minimumGroup }: MaterialInput,
): Pick<FunctionMaterial, "groups" | "apart" | "differs" | "evidence" | "withheld"> {
  const perspectiveOf = new Map(members.map(({ id, perspective }) => [id, perspective]));
  const own = judgments
    .filter(({ functionKey, level }) => functionKey === unit.key && level !== null)
    .map((judgment) => ({ ...judgment, perspective: perspectiveOf.get(judgment.memberId) }))
    .sort((a, b) => (shuffleKey(a) < shuffleKey(b) ? -1 : 1));
  const counts = PERSPECTIVES.map((perspective) => ({
    perspective,
    n: own.filter((judgment) => judgment.perspective === perspective).length,
  }));
  const given = evidence.filter(({ functions }) => functions.includes(unit.key));
  const groups = groupPerspectives(counts, minimumGroup);
  if (groups.length === 0) {
    const withheld = own.filter(
      ({ memberId, rationale }) => rationale !== "" || given.some((item) => item.memberId === memberId),
    ).length;
    return { groups: [], apart: null, differs: false, evidence: [], withheld };
  }
  const views = triangulateGroups(unit, groups, input);
  return {
    groups: groups.map((group, index) => {
      const view = views.views[index];
      const inGroup = own.filter(
        ({ perspective }) => perspective && group.perspectives.includes(perspective),
      );
      return {
        ...group,
        level: view?.level ?? null,
        split: view?.split ?? null,
        distribution: view?.distribution ?? [],
        rationales: inGroup.map(({ rationale }) => rationale).filter((text) => text !== ""),
      };
    }),
    apart: views.apart,
    differs: views.differs,
    evidence: remarks(own, given),
    withheld: 0,
  };
}

/** The groups as if each were a perspective of its own, in the order given. */
function triangulateGroups(unit: Unit, groups: readonly PerspectiveGroup<Perspective>[], input: ScoreInput) {
  const names = groups.map((_, index) => String(index).padStart(2, "0"));
  const nameFor = (perspective: string | undefined) =>
    names[groups.findIndex((group) => group.perspectives.some((one) => one === perspective))];
  const { functions } = triangulate(
    {
      ...input,
      units: [unit],
      raters: input.raters.map(({ key, perspective }) => ({ key, perspective: nameFor(perspective) })),
      judgments: input.judgments.filter((judgment) => judgment.unit === unit.key),
    },
    { minimum: 1 },
  );
  const [first] = functions;
  if (!first) throw new Error(`no views of the function ${unit.key}`);
  const inOrder = names.map((name) => first.views.find(({ perspective }) => perspective === name));
  return { ...first, views: inOrder };
}

function panelOf(members: readonly PanelMember[], input: ScoreInput): ReportMaterial["panel"] {
  const judged = new Set(input.judgments.flatMap(({ rater, level }) => (level === null ? [] : [rater])));
  return {
    members: members.length,
    judged: judged.size,
    perspectives: PERSPECTIVES.map((perspective) => ({
      perspective,
      members: members.filter((member) => member.perspective === perspective).length,
    })).filter((group) => group.members > 0),
  };
}

function unitIndicators(rubric: Rubric): UnitIndicator[] {
  return rubric.functions.flatMap(({ key: unit, indicators }) =>
    indicators.map(({ key, level }) => ({ unit, key, level: levelNumber(rubric, level) ?? 1 })),
  );
}

function indicatorAnswers(judgments: readonly Judgment[]): IndicatorAnswer[] {
  return judgments.flatMap(({ memberId: rater, functionKey: unit, indicators }) =>
    Object.entries(indicators).map(([indicator, answer]) => ({ unit, rater, indicator, answer })),
  );
}

/** One or two answers are those of single persons, and no answer of the panel's. */
function answeredByEnough(answers: readonly IndicatorAnswer[], minimum: number): IndicatorAnswer[] {
  const counts = new Map<string, number>();
  const given = answers.filter(({ answer }) => answer !== "unknown");
  for (const { unit, indicator } of given) {
    const name = nameOf(unit, indicator);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return given.filter(({ unit, indicator }) => (counts.get(nameOf(unit, indicator)) ?? 0) >= minimum);
}
