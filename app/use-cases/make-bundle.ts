import type { KeyObject } from "node:crypto";
import type { AssessmentWithCompany } from "#db/assessments";
import { findSnapshot } from "#db/publications";
import type { FunctionScore, Score } from "#rubric/scoring/types";
import { SCHEMA_PATH } from "~/bundle/addresses";
import { hashOf, layOut } from "~/bundle/layout";
import { type Numbers, recomputable } from "~/bundle/recompute";
import { FORMAT, type Unsigned } from "~/bundle/schema";
import { signBundle } from "~/bundle/sign";
import { type UnnamedAssessor, unnamePanel } from "./anonymous-panel";
import type { ScopedContext } from "./context";
import { withoutNames } from "./export-assessment";
import { optionsAt } from "./options-at";
import { asPublished, type Outcome, readOutcome } from "./outcome";
import { publicFunctions, publicSensitivity } from "./public-score";
import { type Basis, hashJudgments, readBasis, scoreInput } from "./results";
import { fileName } from "./slug";
import { withholdAgreement } from "./withhold-agreement";

/** Who may read what, and what the file is signed with. */
export type BundleGiven = {
  /** Consultants may have results that are not published, and judgments that belong together. */
  live: boolean;
  /** Whether each assessor's judgments stay together; only for `live`, and only where they are as they were then. */
  linked: boolean;
  version?: number | null;
  key: KeyObject;
  /** The version of Selaras that makes it. */
  generator: string;
};

/** A bundle ready to be written; `name` is a file name without its ending. */
export type MadeBundle = { name: string; empty: boolean; text: string };

/**
 * A result with all that it follows from, as far as its reader may have it: nobody is named, and whoever has no right
 * to what one person said of two functions gets the judgments of each function by themselves. What cannot be computed
 * again from the bundle is not claimed. Null where there is nothing for them.
 */
export function makeBundle(
  context: ScopedContext,
  given: AssessmentWithCompany,
  { live, linked, version = null, key, generator }: BundleGiven,
): MadeBundle | null {
  const outcome = readOutcome(context, given, live, version);
  if (!outcome) return null;
  const assessment = asPublished(given, outcome);
  const numbers = numbersOf(context, assessment, outcome, live && linked);
  const { result, edition, texts } = outcome;
  const { id, title, companyName: company, asOf, note } = assessment;
  const content: Unsigned = {
    $schema: `${context.settings.baseUrl}${SCHEMA_PATH}`,
    format: FORMAT,
    generator: { name: "Selaras", version: generator },
    assessment: { id, title, company, asOf, note },
    edition: edition.kind === "live" ? edition : { ...edition, at: edition.at.toISOString() },
    method: result.score.method,
    rubric: { ...result.rubric, document: documentOf(context, result.rubric.hash) },
    ...numbers,
    judgmentsHash: { bundle: hashOf(numbers.judgments), installation: result.judgmentsHash },
    texts,
    recomputes: recomputable(numbers),
  };
  return {
    name: `${fileName(company, asOf, version)}-bundle`,
    empty: result.score.functions.every(({ n }) => n === 0),
    text: layOut(signBundle(content, key)),
  };
}

function documentOf(context: ScopedContext, hash: string): Unsigned["rubric"]["document"] {
  const snapshot = findSnapshot(context.db, hash);
  if (!snapshot) throw new Error(`No rubric is kept under ${hash}`);
  return JSON.parse(snapshot.document);
}

function numbersOf(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  { result, edition }: Outcome,
  linked: boolean,
): Numbers {
  const { score, report } = result;
  const basis = readBasis(context, assessment);
  const settings = { levels: score.levels, quorum: score.quorum, minimumGroup: report.minimumGroup };
  // What is stored may have changed since this edition; then it is not what the result followed from.
  if (hashJudgments(scoreInput(basis)) === result.judgmentsHash) {
    const functions = unitsOf(basis);
    const numbers = linked ? linkedNumbers(score, basis) : unlinkedNumbers(score, report.minimumGroup);
    return { settings: { ...settings, functions }, ...numbers };
  }
  const options = optionsAt(context, assessment, { edition, result });
  const then = { ...assessment, options: { ...assessment.options, ...options } };
  const functions = unitsOf({ ...basis, assessment: then });
  const numbers = { settings: { ...settings, functions }, ...unlinkedNumbers(score, report.minimumGroup) };
  // Settings from which something else follows would be the wrong ones.
  return recomputable(numbers).includes("overall")
    ? numbers
    : { ...numbers, settings: { ...settings, functions: null } };
}

function unitsOf(basis: Basis) {
  return scoreInput(basis).units.map(({ key, weight = 1, inOverall = true, target = null }) => {
    return { key, weight, inOverall, target };
  });
}

function linkedNumbers(score: Score, basis: Basis): Pick<Numbers, "judgments" | "results"> {
  const panel = unnamePanel(basis);
  const { functions, overall, agreement } = score;
  const weights = new Map(scoreInput(basis).raters.map(({ key, weight }) => [key, weight]));
  return {
    judgments: {
      kind: "linked",
      assessors: panel.map(({ name: key, memberId, perspective }) => {
        const weight = weights.get(memberId);
        return { key, perspective, ...(weight === undefined ? {} : { weight }) };
      }),
      entries: panel.flatMap(toEntries),
    },
    results: { functions, overall, agreement, sensitivity: inOrder(withoutNames(score.sensitivity, panel)) },
  };
}

/** The engine tells what leaving each one out does in the order of their keys, as text. */
function inOrder(sensitivity: Score["sensitivity"]): Score["sensitivity"] {
  const leaveOneOut = [...sensitivity.leaveOneOut].sort((a, b) => (a.rater < b.rater ? -1 : 1));
  return { ...sensitivity, leaveOneOut };
}

function toEntries({ name: assessor, answers }: UnnamedAssessor) {
  return answers
    .filter(({ level, cannotJudge }) => level !== null || cannotJudge !== null)
    .map((answer) => ({ assessor, ...answer }));
}

function unlinkedNumbers(score: Score, minimumGroup: number): Pick<Numbers, "judgments" | "results"> {
  // Where nobody judged, nobody is given away.
  const isShown = ({ n }: FunctionScore) => n === 0 || n >= minimumGroup;
  const functions = publicFunctions(score, isShown);
  const { overall } = score;
  const agreement = withholdAgreement(score.agreement, score.functions, minimumGroup);
  return {
    judgments: {
      kind: "unlinked",
      functions: functions.map(({ key, n, missing, distribution }) => ({
        function: key,
        n,
        missing,
        distribution,
      })),
    },
    results: { functions, overall, agreement, sensitivity: publicSensitivity(score, isShown) },
  };
}
