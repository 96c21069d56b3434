import { transact } from "#db/client";
import { findReportDraft, storeReportDraft } from "#db/report-drafts";
import type { ReportText, ReportTexts } from "#db/schema";
import type { Rubric } from "#rubric/schema";
import type { Locale } from "~/i18n/locale";
import { requireAssessment } from "./assessments";
import { severalLines } from "./clean-text";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";
import { rubricOf } from "./rubrics";

export type { ReportText, ReportTexts };

/** A page and a half; and a few paragraphs. In characters of Markdown. */
export const LONGEST_SUMMARY = 4000;
export const LONGEST_COMMENT = 2000;

/** What the consultant has written for the next publication. */
export type TextsDraft = {
  texts: ReportTexts;
  /** Counts the saves; 0 before the first. */
  version: number;
  /** The last save; the name is null for somebody who is gone. */
  saved: { at: Date; by: string | null } | null;
};

/** The consultant's words in one language; null and no entry where nothing was written. */
export type LocalTexts = { summary: string | null; comments: Record<string, string> };

const NOTHING: ReportTexts = { summary: null, comments: {} };

/** The texts of an assessment as they stand for the next publication. */
export function readTexts(context: Pick<ScopedContext, "db">, assessmentId: string): TextsDraft {
  const draft = findReportDraft(context.db, assessmentId);
  if (!draft) return { texts: NOTHING, version: 0, saved: null };
  const { texts, version, updatedAt: at, by } = draft;
  return { texts, version, saved: { at, by } };
}

/**
 * Saves the texts of the next publication, whole, over the version they were written on. What is published already
 * stays as it is. Returns the new version.
 * @throws Refusal "not-found", "wrong-state" (archived), "unknown-function", "stale" (somebody saved in between)
 */
export function saveTexts(
  context: ScopedContext,
  assessmentId: string,
  { texts, base }: { texts: ReportTexts; base: number },
): number {
  return transact(context.db, () => {
    const assessment = requireAssessment(context, assessmentId);
    if (assessment.state === "archived") throw new Refusal("wrong-state", { state: assessment.state });
    const kept = keep(texts, rubricOf(context, assessment));
    const done = storeReportDraft(context.db, base, {
      ...{ assessmentId, texts: kept, version: base + 1, updatedAt: context.now },
      updatedBy: context.actor.kind === "user" ? context.actor.userId : null,
    });
    if (!done) throw new Refusal("stale");
    const object = { kind: "assessment", id: assessmentId };
    audit(context, context.scope.workspaceId, "texts.save", object, { version: base + 1 });
    return base + 1;
  });
}

/** Cleaned, in the order of the rubric, without what is empty in both languages. */
function keep({ summary, comments }: ReportTexts, { functions }: Rubric): ReportTexts {
  const unknown = Object.keys(comments).find((key) => !functions.some((fn) => fn.key === key));
  if (unknown !== undefined) throw new Refusal("unknown-function", { key: unknown });
  return {
    summary: cleaned(summary, LONGEST_SUMMARY),
    comments: Object.fromEntries(
      functions.flatMap(({ key }) => {
        const comment = cleaned(comments[key] ?? null, LONGEST_COMMENT);
        return comment ? [[key, comment]] : [];
      }),
    ),
  };
}

function cleaned(text: ReportText | null, longest: number): ReportText | null {
  if (!text) return null;
  const clean = { id: severalLines(text.id), en: severalLines(text.en) };
  const length = Math.max(clean.id.length, clean.en.length);
  if (length > longest) throw new Refusal("too-many", { length, most: longest });
  return clean.id === "" && clean.en === "" ? null : clean;
}

/** The texts in one language; where that is empty, in the other. */
export function localTexts({ summary, comments }: ReportTexts, locale: Locale): LocalTexts {
  const other = locale === "id" ? "en" : "id";
  const inLocale = (text: ReportText) => text[locale] || text[other];
  return {
    summary: summary && inLocale(summary),
    comments: Object.fromEntries(Object.entries(comments).map(([key, text]) => [key, inLocale(text)])),
  };
}
