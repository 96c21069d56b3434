import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Judgment } from "#db/judgments";
import type { PanelMember } from "#db/panel";
import { parseRubric } from "#rubric/schema";
import { score } from "#rubric/scoring/score";
import type { ScoreInput } from "#rubric/scoring/types";
import { reportMaterial } from "./material";

const file = new URL("../../../tests/fixtures/rubrics/service-desk/1.0.0.yaml", import.meta.url);
const rubric = parseRubric(parse(readFileSync(file, "utf8")), "service-desk");
const [fn] = rubric.functions;
if (!fn) throw new Error("the rubric has functions");
const [, second] = rubric.levels;
const indicator = fn.indicators.find(({ level }) => level === second?.key)?.key ?? "";

type Answer = "met" | "partly" | "not-met" | "unknown";
type Said = { perspective: PanelMember["perspective"]; level: number; answer?: Answer };

/** A panel that judged the first function only, with one answer each to an indicator of level 2. */
function material(said: Said[], minimumGroup = 3) {
  const when = new Date(0);
  const members = said.map(
    ({ perspective }, index): PanelMember => ({
      ...{ id: `m${index}`, assessmentId: "a", name: `Nama ${index}`, email: `${index}@example.com` },
      ...{ perspective, weight: 1, position: index, createdAt: when, removedAt: null, functions: null },
      ...{ weightReason: "", declinedAt: null, declineReason: "", replacesId: null },
    }),
  );
  const judgments = said.map(
    ({ level, answer }, index): Judgment => ({
      ...{ id: index, memberId: `m${index}`, functionKey: fn?.key ?? "", round: 1, version: 1, level },
      ...{ cannotJudge: null, confidence: null, rationale: `r${index}` },
      ...{
        indicators: answer ? { [indicator]: answer } : {},
        source: "assessor",
        createdAt: when,
        idempotencyKey: null,
      },
    }),
  );
  const input: ScoreInput = {
    levels: rubric.levels.length,
    quorum: 1,
    units: rubric.functions.map(({ key }) => ({ key })),
    raters: members.map(({ id, perspective }) => ({ key: id, perspective })),
    judgments: judgments.map((one) => ({ unit: one.functionKey, rater: one.memberId, level: one.level })),
  };
  const made = reportMaterial({
    rubric,
    members,
    judgments,
    evidence: [],
    minimumGroup,
    input,
    score: score(input),
  });
  const [first] = made.functions;
  if (!first) throw new Error("there is material for every function");
  return { ...made, first };
}

const panel = (levels: number[], perspective: Said["perspective"] = "insider", answer?: Answer): Said[] =>
  levels.map((level) => ({ perspective, level, answer }));

describe("the material of a report", () => {
  it("has the level of each group and how far they are apart", () => {
    const { first } = material([...panel([3, 3, 2]), ...panel([1, 1, 2], "customer")]);
    expect(first.groups.map(({ perspectives, level }) => [perspectives, level])).toEqual([
      [["insider"], 3],
      [["customer"], 1],
    ]);
    expect(first).toMatchObject({ apart: 2, differs: true });
  });

  it("has every reason once, with its group", () => {
    const { first } = material([...panel([3, 3, 2]), ...panel([1, 1, 2], "customer")]);
    expect(first.groups.map(({ rationales }) => [...rationales].sort())).toEqual([
      ["r0", "r1", "r2"],
      ["r3", "r4", "r5"],
    ]);
  });

  it("withholds what too few said, and counts it", () => {
    const { first } = material(panel([3, 3]));
    expect(first).toMatchObject({ groups: [], evidence: [], withheld: 2, apart: null });
  });

  it("knows an indicator only once enough people answered it", () => {
    const few = material([...panel([1, 1], "insider", "not-met"), ...panel([1], "insider", "unknown")]);
    expect(few.first.indicators).toEqual([]);
    expect(few.recommendations.items).toEqual([]);
    expect(few.recommendations.unanswered.map((item) => item.indicator)).toContain(indicator);
    const enough = material(panel([1, 1, 1], "insider", "not-met"));
    expect(enough.first.indicators).toEqual([{ key: indicator, status: "not-met", answers: 3 }]);
    expect(enough.recommendations.items.map((item) => item.indicator)).toEqual([indicator]);
  });

  it("points out ratings that their own indicators contradict, without changing them", () => {
    const { first } = material([...panel([2, 2], "insider", "met"), ...panel([2], "insider", "not-met")]);
    expect(first.calibration).toEqual({ checked: 3, contradicted: 1 });
    expect(material(panel([2], "insider", "not-met")).first.calibration).toBeNull();
  });

  it("counts the panel by perspective, in the order of the field, without who is not there", () => {
    const { panel: counted } = material([...panel([2], "customer"), ...panel([2, 2], "expert")]);
    expect(counted).toEqual({
      members: 3,
      judged: 3,
      perspectives: [
        { perspective: "expert", members: 2 },
        { perspective: "customer", members: 1 },
      ],
    });
  });
});
