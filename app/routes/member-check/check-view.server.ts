import type { Visit } from "~/http/guards";
import { mayAnswer, orNotFound, seesAnswers, seesLive } from "~/http/guards";
import type { Locale } from "~/i18n/locale";
import { type HeaderFacts, headerFacts } from "~/routes/assessment/assessment-header";
import { LONGEST_COMMENT } from "~/use-cases/answer-check";
import type { AssessmentWithCompany } from "~/use-cases/assessments";
import { isBegun } from "~/use-cases/disagreement";
import { type InformantStanding, readInformants } from "~/use-cases/informants";
import { readPanel } from "~/use-cases/panel";
import { readCompanyPeople } from "~/use-cases/people";
import { type PreviewStanding, readPreviewStanding } from "~/use-cases/preview-levels";
import { type LevelCheck, readChecks, readOpenCheck, readPreviewChecks } from "~/use-cases/read-check";
import { readSummary } from "~/use-cases/summaries";

/** What the page is to its reader. */
export type CheckView = { header: HeaderFacts } & (
  | { kind: "form"; check: LevelCheck; longestComment: number }
  /**
   * To the company: withdrawn, or the preview has ended, so there is nothing to read now. The functions are for
   * handing back what was typed.
   */
  | { kind: "closed"; withdrawn: boolean; functions: { key: string; name: string }[] }
  | { kind: "archived"; check: LevelCheck }
  | ({ kind: "staff" } & StaffView)
);

/** To the staff: every publication and preview, the newest first, and what can be asked of whom. */
export type StaffView = {
  checks: LevelCheck[];
  members: number;
  managers: number;
  standing: boolean;
  /** Whether levels can be shown now that are not published. */
  showable: boolean;
  /** The preview that is going on; `changed`: names of the functions. */
  preview: PreviewStanding | null;
  informants: InformantStanding & { minimumGroup: number };
};

/** Throws 404 for whoever may not read answers, and to the company where nothing was ever published or shown. */
export function checkView(visit: Visit, assessment: AssessmentWithCompany, locale: Locale): CheckView {
  orNotFound(seesAnswers(visit, assessment) || null);
  const { context } = visit;
  const header = headerFacts({ ...assessment, begun: isBegun(context, assessment.id) });
  if (seesLive(visit, assessment)) return { kind: "staff", header, ...staffView(visit, assessment, locale) };
  const reader = { locale, answers: true };
  const open = readOpenCheck(context, assessment, reader);
  if (open && mayAnswer(visit, assessment)) {
    return { kind: "form", header, check: open, longestComment: LONGEST_COMMENT };
  }
  const [published] = readChecks(context, assessment, reader);
  if (assessment.state === "archived" && published) return { kind: "archived", header, check: published };
  const { functions } = orNotFound(published ?? readPreviewChecks(context, assessment, reader)[0]);
  const named = functions.map(({ key, name }) => ({ key, name }));
  return { kind: "closed", header, withdrawn: published !== undefined, functions: named };
}

function staffView({ context }: Visit, assessment: AssessmentWithCompany, locale: Locale): StaffView {
  const { id, companyId, state, options } = assessment;
  const reader = { locale, answers: true, staff: true };
  const checks = [
    ...readChecks(context, assessment, reader),
    ...readPreviewChecks(context, assessment, reader),
  ];
  const people = readCompanyPeople(context, companyId);
  const levels = (state === "closed" && readSummary(context, assessment, true)?.functions) || [];
  const preview = readPreviewStanding(context, assessment);
  const changed = levels.filter(({ key }) => preview?.changed.includes(key));
  return {
    checks: checks.sort((a, b) => b.at.getTime() - a.at.getTime()),
    members: readPanel(context, id).length,
    managers: people.filter(({ role }) => role === "manager").length,
    standing: state === "published" || state === "archived",
    showable: levels.some(({ level }) => level !== null),
    preview: preview && { ...preview, changed: changed.map(({ name }) => name[locale]) },
    informants: { ...readInformants(context, assessment), minimumGroup: options.minimumGroup },
  };
}
