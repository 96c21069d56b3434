import { createHash } from "node:crypto";
import type { Assessment } from "#db/assessments";
import { type Evidence, listPanelEvidence } from "#db/evidence";
import { type Judgment, listStanding } from "#db/judgments";
import { listMembers, type PanelMember } from "#db/panel";
import { listRounds } from "#db/rounds";
import type { Rubric } from "#rubric/schema";
import { score } from "#rubric/scoring/score";
import type { Score, ScoreInput } from "#rubric/scoring/types";
import { canonicalJson } from "~/canonical-json";
import type { UseCaseContext } from "./context";
import { type ReportMaterial, reportMaterial } from "./findings/material";
import { type PanelHistory, readHistory } from "./rounds-history";
import { roundsMaterial } from "./rounds-material";
import { rubricOf } from "./rubrics";

/** Everything a result is computed from, as stored. */
export type Basis = {
  assessment: Assessment;
  rubric: Rubric;
  members: PanelMember[];
  judgments: Judgment[];
  evidence: Evidence[];
  /** How the judgments came about; null where the panel judged once. */
  history: PanelHistory | null;
};

/** A result with all that is needed to trace it and to compute it again. */
export type Result = {
  rubric: { key: string; version: string; hash: string };
  /** SHA-256 over the judgments and settings that the score rests on. */
  judgmentsHash: string;
  score: Score;
  /** What the report shows besides the score; nothing in it tells who said what. */
  report: ReportMaterial;
};

/** Reads what the result of an assessment rests on: present members, their judgments as they stand, their evidence. */
export function readBasis(context: Pick<UseCaseContext, "db">, assessment: Assessment): Basis {
  const rounds = listRounds(context.db, assessment.id);
  return {
    assessment,
    rubric: rubricOf(context, assessment),
    members: listMembers(context.db, assessment.id),
    judgments: listStanding(context.db, assessment.id),
    evidence: listPanelEvidence(context.db, assessment.id),
    history: rounds.length > 0 ? readHistory(context, assessment.id, rounds) : null,
  };
}

/** The scoring engine's input; a judgment begun but without level or reason is simply missing. */
export function scoreInput({ assessment, rubric, members, judgments }: Basis): ScoreInput {
  const { leftOut, weights, targets } = assessment.options;
  // Equal weights are no weights: there is then nothing for the sensitivity check to weigh with.
  const weighted = members.some(({ weight }) => weight !== members[0]?.weight);
  return {
    levels: rubric.levels.length,
    quorum: assessment.quorum,
    units: rubric.functions.map(({ key }) => ({
      key,
      weight: weights[key] ?? 1,
      inOverall: !leftOut.includes(key),
      target: targets[key] ?? null,
    })),
    raters: members.map(({ id, perspective, weight }) => ({
      key: id,
      perspective,
      weight: weighted ? weight : undefined,
    })),
    judgments: judgments.map(({ memberId, functionKey, level, confidence }) => ({
      unit: functionKey,
      rater: memberId,
      level,
      confidence,
    })),
  };
}

/** Computes the result. The same basis gives the same bytes of canonical JSON. */
export function computeResult(basis: Basis): Result {
  const input = scoreInput(basis);
  const scored = score(input);
  const { rubricKey: key, rubricVersion: version, rubricHash: hash, options } = basis.assessment;
  const report = reportMaterial({ ...basis, input, score: scored, minimumGroup: options.minimumGroup });
  const rounds = roundsOf(basis);
  return {
    rubric: { key, version, hash },
    judgmentsHash: hashJudgments(input),
    score: scored,
    // Only where there were rounds: a result of one round stays the same, byte by byte, as it always was.
    report: rounds ? { ...report, rounds } : report,
  };
}

function roundsOf({ assessment, rubric, members, history }: Basis) {
  const { quorum, options } = assessment;
  const { consensusGoal: goal, minimumGroup } = options;
  return history && roundsMaterial({ history, rubric, raters: members.length, quorum, goal, minimumGroup });
}

/** SHA-256 over everything that a score is computed from, as it stands in a result. */
export function hashJudgments(input: ScoreInput): string {
  return createHash("sha256").update(canonicalJson(input)).digest("hex");
}
