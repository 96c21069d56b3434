import type { Visit } from "~/http/guards";
import { mayAnswer, orNotFound, seesAnswers, seesLive } from "~/http/guards";
import type { Locale } from "~/i18n/locale";
import { type HeaderFacts, headerFacts } from "~/routes/assessment/assessment-header";
import { LONGEST_COMMENT } from "~/use-cases/answer-check";
import type { AssessmentWithCompany } from "~/use-cases/assessments";
import { isBegun } from "~/use-cases/disagreement";
import { readPanel } from "~/use-cases/panel";
import { readCompanyPeople } from "~/use-cases/people";
import { type PublicationCheck, readChecks } from "~/use-cases/read-check";

/** What the page is to its reader. */
export type CheckView = { header: HeaderFacts } & (
  | { kind: "form"; check: PublicationCheck; longestComment: number }
  /** To the company: withdrawn, so there is nothing to read now. The functions are for handing back what was typed. */
  | { kind: "withdrawn"; functions: { key: string; name: string }[] }
  | { kind: "archived"; check: PublicationCheck }
  /** To the staff: every publication, the newest first. */
  | { kind: "staff"; checks: PublicationCheck[]; members: number; managers: number; standing: boolean }
);

/** Throws 404 for whoever may not read answers, and to the company where nothing was ever published. */
export function checkView(visit: Visit, assessment: AssessmentWithCompany, locale: Locale): CheckView {
  orNotFound(seesAnswers(visit, assessment) || null);
  const { context } = visit;
  const header = headerFacts({ ...assessment, begun: isBegun(context, assessment.id) });
  const { state } = assessment;
  const checks = readChecks(context, assessment, { locale, answers: true });
  if (seesLive(visit, assessment)) {
    const people = readCompanyPeople(context, assessment.companyId);
    return {
      ...{ kind: "staff", header, checks },
      members: readPanel(context, assessment.id).length,
      managers: people.filter(({ role }) => role === "manager").length,
      standing: state === "published" || state === "archived",
    };
  }
  const check = orNotFound(checks[0]);
  if (state === "published" && mayAnswer(visit, assessment)) {
    return { kind: "form", header, check, longestComment: LONGEST_COMMENT };
  }
  if (state === "archived") return { kind: "archived", header, check };
  return { kind: "withdrawn", header, functions: check.functions.map(({ key, name }) => ({ key, name })) };
}
