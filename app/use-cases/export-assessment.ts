import type { AssessmentWithCompany } from "#db/assessments";
import type { FunctionScore, Score } from "#rubric/scoring/types";
import { type UnnamedAssessor, type UnnamedJudgment, unnamePanel } from "./anonymous-panel";
import { requireAssessment } from "./assessments";
import type { ScopedContext } from "./context";
import { Refusal } from "./errors";
import { type SensitivityView, sensitivityView } from "./findings/sensitivity";
import { type JudgmentCells, writeJudgments } from "./judgments-csv";
import { type Outcome, readOutcome } from "./outcome";
import { type Result, readBasis } from "./results";
import { slug } from "./slug";

/** Raised whenever a field changes its meaning or goes away. */
const FORMAT = { name: "selaras-assessment", version: 1 } as const;

/** A function's score; what would show what single persons said is null for outsiders. */
type ExportedFunction = Omit<FunctionScore, "distribution"> & {
  distribution: number[] | null;
};

/** A whole result for other programs: nobody named, numbers unrounded, what is undefined null. */
export type AssessmentExport = {
  format: typeof FORMAT;
  assessment: {
    id: string;
    title: string;
    company: string;
    asOf: string;
    state: string;
    quorum: number;
    options: AssessmentWithCompany["options"];
    /** A remark that goes with everything below, e.g. that the example is made up; in both languages. */
    note: AssessmentWithCompany["note"];
  };
  /** Which result this is: a frozen publication (`at` in ISO 8601), or what the judgments gave at this moment. */
  edition: { kind: "publication"; number: number; at: string } | { kind: "live"; state: string };
  rubric: Result["rubric"] & { levels: number };
  method: Score["method"];
  judgmentsHash: string;
  /** How the panel came to its result; only where it judged in more than one round. */
  rounds?: Result["report"]["rounds"];
  overall: Score["overall"];
  functions: ExportedFunction[];
  agreement: Score["agreement"];
  /** For consultants by assessor, under the names of `judgments`; for others what hangs on any single one. */
  sensitivity: Score["sensitivity"] | Omit<SensitivityView, "named">;
  /** Every answer, cannot-judge included; null for those who may not join what one person said of two functions. */
  judgments: ExportedJudgment[] | null;
};

type ExportedJudgment = { assessor: string; perspective: UnnamedAssessor["perspective"] } & UnnamedJudgment;

/**
 * An export ready to be written in either form; `name` is a file name without its ending. `empty` when nobody has
 * given a level.
 */
export type Exported = { name: string; empty: boolean; json: AssessmentExport; csv: string };

/**
 * An assessment for taking out. Consultants (`live`) get the published result, or before it is published what the
 * judgments give now, with all judgments: the CSV has a line for every assessor and function and can be imported
 * again. Everybody else gets the publication with the limits of the report: the CSV then has the published
 * judgments of each function, but its assessors are numbered anew for every function. Null where there is nothing
 * for them.
 */
export function readExport(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  { live }: { live: boolean },
): Exported | null {
  const outcome = readOutcome(context, assessment, live);
  if (!outcome) return null;
  const { score, report } = outcome.result;
  const head = headOf(assessment, outcome);
  const panel = live ? unnamePanel(readBasis(context, assessment)) : null;
  const { body, rows } = panel ? wholeBody(score, panel) : publicBody(score, report.minimumGroup);
  return {
    name: ["selaras", slug(assessment.companyName), assessment.asOf].filter((part) => part !== "").join("-"),
    empty: score.functions.every(({ n }) => n === 0),
    json: { ...head, ...body },
    csv: writeJudgments(rows),
  };
}

/** @throws Refusal "not-found" */
export function exportAssessment(context: ScopedContext, assessmentId: string): Exported {
  const exported = readExport(context, requireAssessment(context, assessmentId), { live: true });
  if (!exported) throw new Refusal("not-found");
  return exported;
}

type Body = Pick<AssessmentExport, "functions" | "sensitivity" | "judgments">;

function wholeBody(score: Score, panel: UnnamedAssessor[]): { body: Body; rows: JudgmentCells[] } {
  const sensitivity = withoutNames(score.sensitivity, panel);
  const judgments = panel.flatMap(toJudgments);
  return { body: { functions: score.functions, sensitivity, judgments }, rows: panel.flatMap(toCells) };
}

function publicBody(score: Score, minimumGroup: number): { body: Body; rows: JudgmentCells[] } {
  const isShown = ({ n }: FunctionScore) => n >= minimumGroup;
  const visible = score.functions.filter(isShown).map(({ key }) => key);
  const view = sensitivityView({ sensitivity: score.sensitivity, visible, names: null });
  const { named: _, ...sensitivity } = view;
  const functions = score.functions.map((fn) => (isShown(fn) ? fn : withoutSpread(fn)));
  const rows = score.functions.flatMap((fn) => unlinkedCells(fn, isShown(fn)));
  return { body: { functions, sensitivity, judgments: null }, rows };
}

function headOf(assessment: AssessmentWithCompany, { edition, result }: Outcome) {
  const { id, title, companyName: company, asOf, state, quorum, options, note } = assessment;
  return {
    format: FORMAT,
    assessment: { id, title, company, asOf, state, quorum, options, note },
    edition: edition.kind === "live" ? edition : { ...edition, at: edition.at.toISOString() },
    rubric: { ...result.rubric, levels: result.score.levels },
    method: result.score.method,
    judgmentsHash: result.judgmentsHash,
    ...(result.report.rounds ? { rounds: result.report.rounds } : {}),
    overall: result.score.overall,
    agreement: result.score.agreement,
  };
}

function withoutNames(sensitivity: Score["sensitivity"], panel: UnnamedAssessor[]): Score["sensitivity"] {
  const byRater = new Map(sensitivity.leaveOneOut.map((entry) => [entry.rater, entry]));
  const leaveOneOut = panel.flatMap(({ memberId, name }) => {
    const entry = byRater.get(memberId);
    return entry ? { ...entry, rater: name } : [];
  });
  return { ...sensitivity, leaveOneOut };
}

function toJudgments({ name, perspective, answers }: UnnamedAssessor): ExportedJudgment[] {
  return answers
    .filter(({ level, cannotJudge }) => level !== null || cannotJudge !== null)
    .map((answer) => ({ assessor: name, perspective, ...answer }));
}

/** Every assessor has a line for every function: an empty level is a missing value, whatever the reason. */
function toCells({ name, perspective, answers }: UnnamedAssessor): JudgmentCells[] {
  return answers.map(({ function: key, level, confidence, rationale }) => ({
    assessor: name,
    perspective,
    function: key,
    level: level === null ? "" : String(level),
    confidence: confidence === null ? "" : String(confidence),
    rationale,
  }));
}

/** What describes so few judgments that it would give them away. The level itself is published. */
function withoutSpread({ key, n, missing, level, reason }: FunctionScore): ExportedFunction {
  const nothing = { distribution: null, split: null, mean: null, consensus: null, interval: null };
  const noAgreement = { agreementA: null, tastleWierman: null, averageDeviation: null, shareOnMode: null };
  return { key, n, missing, level, reason, ...nothing, ...noAgreement };
}

/** The judgments of one function from the lowest level up, then empty lines for the rest of the panel. */
function unlinkedCells({ key, n, missing, distribution }: FunctionScore, shown: boolean): JudgmentCells[] {
  const levels = distribution.flatMap((count, index) => new Array<string>(count).fill(String(index + 1)));
  return Array.from({ length: n + missing }, (_, index) => ({
    assessor: `assessor-${index + 1}`,
    perspective: "other",
    function: key,
    level: (shown && levels[index]) || "",
    confidence: "",
    rationale: "",
  }));
}
