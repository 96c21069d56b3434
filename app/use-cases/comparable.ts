import type { Assessment } from "#db/assessments";
import type { Locale } from "~/i18n/locale";
import { readCompanyAssessments } from "./assessments";
import type { ScopedContext } from "./context";
import { type Outcome, readOutcome } from "./outcome";
import { rubricOf } from "./rubrics";

/** An assessment that can be chosen for a comparison. */
export type Choice = {
  id: string;
  title: string;
  asOf: string;
  rubric: { key: string; version: string; name: string };
};

/** Who reads: `live` may see what is not published. */
export type Reader = { live: boolean; locale: Locale };

export type Comparable = { assessment: Assessment; outcome: Outcome; choice: Choice };

/** The assessments of a company that the reader may compare, oldest first, with their results. */
export function readComparable(
  context: ScopedContext,
  companyId: string,
  { live, locale }: Reader,
): Comparable[] {
  const settled = readCompanyAssessments(context, companyId, ["closed", "published", "archived"]);
  return settled.flatMap((assessment) => {
    const outcome = readOutcome(context, assessment, live);
    if (!outcome) return [];
    const { id, title, asOf } = assessment;
    const { key, version, name } = rubricOf(context, assessment);
    const choice = { id, title, asOf, rubric: { key, version, name: name[locale] } };
    return [{ assessment, outcome, choice }];
  });
}

/** What a reader can choose from, oldest first. */
export function readChoices(context: ScopedContext, companyId: string, reader: Reader): Choice[] {
  return readComparable(context, companyId, reader).map(({ choice }) => choice);
}
