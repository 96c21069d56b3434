import type { AssessmentWithCompany } from "#db/assessments";
import type { FunctionScore, Score } from "#rubric/scoring/types";
import { type UnnamedAssessor, type UnnamedJudgment, unnamePanel } from "./anonymous-panel";
import { requireAssessment } from "./assessments";
import type { ScopedContext } from "./context";
import { Refusal } from "./errors";
import type { SensitivityView } from "./findings/sensitivity";
import { writeFunctions } from "./functions-csv";
import { type JudgmentCells, writeJudgments } from "./judgments-csv";
import { optionsAt } from "./options-at";
import { asPublished, type Outcome, readOutcome } from "./outcome";
import { type ExportedFunction, publicFunctions, publicSensitivity } from "./public-score";
import type { ReportTexts } from "./report-texts";
import { type Result, readBasis } from "./results";
import { rubricOf } from "./rubrics";
import { fileName } from "./slug";
import { withholdAgreement } from "./withhold-agreement";

/** Raised whenever a field changes its meaning or goes away. */
const FORMAT = { name: "selaras-assessment", version: 1 } as const;

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
  /** What the consultant wrote beside it, as Markdown in both languages. */
  texts: ReportTexts;
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
  /** What was aimed at, and how many levels are missing (0 or less: reached); null without a target or level. */
  targets: { key: string; target: number | null; gap: number | null }[];
  /** Every answer, cannot-judge included; null for those who may not join what one person said of two functions. */
  judgments: ExportedJudgment[] | null;
};

type ExportedJudgment = { assessor: string; perspective: UnnamedAssessor["perspective"] } & UnnamedJudgment;

/**
 * An export ready to be written in either form; `name` is a file name without its ending. `empty` when nobody has
 * given a level.
 */
export type Exported = {
  name: string;
  empty: boolean;
  json: AssessmentExport;
  /** Each of the two files is written when it is asked for. */
  readonly csv: string;
  /** A line for each function with its level, target and gap. */
  readonly functionsCsv: string;
};

/**
 * An assessment for taking out. Consultants (`live`) get the published result, or before it is published what the
 * judgments give now, with all judgments: the CSV has a line for every assessor and function and can be imported
 * again. Everybody else gets the publication with the limits of the report: the CSV then has the published
 * judgments of each function, but its assessors are numbered anew for every function. So has a `version` that is
 * asked for by its number: the judgments kept are those of today. Null where there is nothing for them.
 */
export function readExport(
  context: ScopedContext,
  given: AssessmentWithCompany,
  { live, version = null }: { live: boolean; version?: number | null },
): Exported | null {
  const outcome = readOutcome(context, given, live, version);
  if (!outcome) return null;
  const assessment = asPublished(given, outcome);
  const { result } = outcome;
  const { score, report } = result;
  const goals = optionsAt(context, assessment, outcome);
  const head = { ...headOf(assessment, goals, outcome), targets: targetsOf(score, goals.targets) };
  const panel = live && version === null ? unnamePanel(readBasis(context, assessment)) : null;
  const { body, rows } = panel ? wholeBody(score, panel) : publicBody(score, report.minimumGroup);
  const json = { ...head, ...body };
  return {
    name: fileName(assessment.companyName, assessment.asOf, version),
    empty: score.functions.every(({ n }) => n === 0),
    json,
    get csv() {
      return writeJudgments(rows());
    },
    get functionsCsv() {
      return writeFunctions(json, rubricOf(context, { rubricHash: result.rubric.hash }));
    },
  };
}

/** @throws Refusal "not-found" */
export function exportAssessment(context: ScopedContext, assessmentId: string): Exported {
  const exported = readExport(context, requireAssessment(context, assessmentId), { live: true });
  if (!exported) throw new Refusal("not-found");
  return exported;
}

type Body = {
  body: Pick<AssessmentExport, "functions" | "agreement" | "sensitivity" | "judgments">;
  rows: () => JudgmentCells[];
};

function wholeBody(score: Score, panel: UnnamedAssessor[]): Body {
  const sensitivity = withoutNames(score.sensitivity, panel);
  const judgments = panel.flatMap(toJudgments);
  const { functions, agreement } = score;
  return { body: { functions, agreement, sensitivity, judgments }, rows: () => panel.flatMap(toCells) };
}

function publicBody(score: Score, minimumGroup: number): Body {
  const isShown = ({ n }: FunctionScore) => n >= minimumGroup;
  const rows = () => score.functions.flatMap((fn) => unlinkedCells(fn, isShown(fn)));
  const functions = publicFunctions(score, isShown);
  const agreement = withholdAgreement(score.agreement, score.functions, minimumGroup);
  const sensitivity = publicSensitivity(score, isShown);
  return { body: { functions, agreement, sensitivity, judgments: null }, rows };
}

/** With the settings that this edition was computed with, which may be others by now. */
function headOf(
  assessment: AssessmentWithCompany,
  goals: ReturnType<typeof optionsAt>,
  { edition, result, texts }: Outcome,
) {
  const { id, title, companyName: company, asOf, state, note } = assessment;
  const { quorum } = result.score;
  const options = { ...assessment.options, ...goals, minimumGroup: result.report.minimumGroup };
  return {
    format: FORMAT,
    assessment: { id, title, company, asOf, state, quorum, options, note },
    edition: edition.kind === "live" ? edition : { ...edition, at: edition.at.toISOString() },
    texts,
    rubric: { ...result.rubric, levels: result.score.levels },
    method: result.score.method,
    judgmentsHash: result.judgmentsHash,
    ...(result.report.rounds ? { rounds: result.report.rounds } : {}),
    overall: result.score.overall,
  };
}

function targetsOf({ functions }: Score, targets: Record<string, number>): AssessmentExport["targets"] {
  return functions.map(({ key, level }) => {
    const target = targets[key] ?? null;
    return { key, target, gap: level === null || target === null ? null : target - level };
  });
}

/** The sensitivity with the names of an unnamed panel in place of ids. */
export function withoutNames(
  sensitivity: Score["sensitivity"],
  panel: UnnamedAssessor[],
): Score["sensitivity"] {
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
