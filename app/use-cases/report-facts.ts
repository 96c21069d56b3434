import type { AssessmentWithCompany } from "#db/assessments";
import { type GoalChange, listGoalChanges } from "#db/goals";
import { listMembers } from "#db/panel";
import {
  findFrozenResult,
  findLabel,
  listEarlierPublications,
  type PublicationLabel,
} from "#db/publications";
import type { PublicationHead, ReportTexts } from "#db/schema";
import type { Locale } from "~/i18n/locale";
import type { Answerable } from "./check-edition";
import { whyIncomparable } from "./comparability";
import type { ScopedContext } from "./context";
import { earlierAssessments } from "./earlier";
import { asPublished, type Edition, type Outcome, readOutcome } from "./outcome";
import { type CheckFacts, readCheckFacts } from "./read-check";
import { isReleased } from "./released";
import type { Result } from "./results";
import { readVersions, type Version } from "./versions";

export type ReportReader = { live: boolean; answers?: boolean; locale: Locale; version?: number | null };

/** A result: computed just now, or what a publication froze, which is read only where it is wanted. */
type ResultFact = { computed: Result } | { frozenIn: string };

/** An earlier assessment under the title and date it is known by, and its result. */
export type EarlierFact = { assessment: { id: string; title: string; asOf: string }; result: ResultFact };

/**
 * All that a report rests on, as plain data. A report is made of this, the results of the publications that it names
 * and the rubric whose hash it bears, and of nothing else; these two never change. So reports of equal facts are equal.
 */
export type ReportFacts = {
  reader: { live: boolean; answers: boolean; locale: Locale; version: number | null };
  assessment: AssessmentWithCompany;
  edition: Edition;
  head: PublicationHead | null;
  texts: ReportTexts;
  result: ResultFact;
  goals: GoalChange[];
  /** The nearest first; only those that may count. */
  earlier: EarlierFact[];
  versions: Version[];
  /** Member id and name; null where names are not for the reader. */
  members: [string, string][] | null;
  /** Null where nothing is published. */
  check: { publication: Answerable; said: CheckFacts } | null;
};

type Found = Pick<ReportFacts, "edition" | "head" | "texts" | "result"> & {
  publication: PublicationLabel | null;
};

/** Reads what the report of an assessment rests on for one reader; null where there is nothing for them. */
export function readReportFacts(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  { live, answers = false, locale, version = null }: ReportReader,
): ReportFacts | null {
  const found = find(context, assessment, live, version);
  if (!found) return null;
  const { db } = context;
  const { publication, ...outcome } = found;
  const measured = asPublished(assessment, outcome);
  return {
    ...{ reader: { live, answers, locale, version }, assessment, ...outcome },
    goals: publication ? listGoalChanges(db, assessment.id) : [],
    earlier: publication
      ? publishedBefore(context, measured, publication.createdAt)
      : settledBefore(context, measured),
    versions: readVersions(context, assessment.id, { named: live }),
    members: live ? listMembers(db, assessment.id).map(({ id, name }) => [id, name]) : null,
    check: publication && checkFacts(context, publication),
  };
}

function checkFacts(context: ScopedContext, publication: PublicationLabel): ReportFacts["check"] {
  const { id, number, createdAt } = publication;
  return { publication: { id, number, createdAt }, said: readCheckFacts(context, publication) };
}

/** The result behind a fact. */
export function resultOf({ db }: Pick<ScopedContext, "db">, fact: ResultFact): Result {
  if ("computed" in fact) return fact.computed;
  const frozen = findFrozenResult(db, fact.frozenIn);
  if (frozen === undefined) throw new Error(`There is no publication ${fact.frozenIn}`);
  return JSON.parse(frozen) as Result;
}

/** As `readOutcome`, but leaves what is frozen where it lies. */
function find(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  live: boolean,
  version: number | null,
): Found | null {
  const open = isReleased(context, assessment) || (live && version !== null);
  const publication = open && findLabel(context.db, assessment.id, version);
  if (publication) {
    const { id: frozenIn, number, createdAt: at, head, texts } = publication;
    return { edition: { kind: "publication", number, at }, head, texts, result: { frozenIn }, publication };
  }
  const outcome = readOutcome(context, assessment, live, version);
  return outcome && { ...outcome, result: { computed: outcome.result }, publication: null };
}

/**
 * Beside a publication only what was published by then counts, so that a frozen report does not change when another
 * is corrected.
 */
function publishedBefore(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  moment: Date,
): EarlierFact[] {
  const { id: assessmentId, companyId, asOf } = assessment;
  const before = { assessmentId, companyId, asOf, moment };
  return listEarlierPublications(context.db, context.scope, before)
    .filter(({ assessment: other }) => !whyIncomparable(other, assessment))
    .map(({ assessment: other, publication }) => ({
      assessment: namedOf(asPublished(other, publication)),
      result: { frozenIn: publication.id },
    }));
}

/** Beside what is not published, what stands now, as far as the nearest that has a result. */
function settledBefore(context: ScopedContext, assessment: AssessmentWithCompany): EarlierFact[] {
  for (const other of earlierAssessments(context, assessment)) {
    const settled = other.state !== "draft" && other.state !== "open";
    const outcome = settled && readOutcome(context, other, true);
    if (outcome && hasResult(outcome.result)) {
      return [{ assessment: namedOf(asPublished(other, outcome)), result: { computed: outcome.result } }];
    }
  }
  return [];
}

function namedOf({ id, title, asOf }: EarlierFact["assessment"]): EarlierFact["assessment"] {
  return { id, title, asOf };
}

/** Whether any function of the overall has a result. */
export function hasResult({ score }: Pick<Outcome["result"], "score">): boolean {
  return score.overall.withResult > 0;
}
