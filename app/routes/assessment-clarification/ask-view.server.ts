import type { RequestArgs } from "~/http/context";
import { orNotFound } from "~/http/guards";
import { type Locale, localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { voiceView } from "~/routes/assessment-disagreement/desk-view.server";
import { LONGEST_QUESTION } from "~/use-cases/clarifications";
import { readVoice } from "~/use-cases/disagreement";

type Args = RequestArgs & {
  params: { assessmentId?: string; functionKey?: string; memberId?: string };
};

/** The judgment of this address for somebody who may manage its assessment; 404 for everybody else. */
export async function requireVoice(args: Args) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const functionKey = orNotFound(args.params.functionKey);
  const memberId = orNotFound(args.params.memberId);
  const found = orNotFound(readVoice(visit.context, assessment, { functionKey, memberId }));
  return { visit, assessment, found };
}

/** What the page shows: the judgment, and a question to begin with in the language of the assessment. */
export function askView({ assessment, found }: Awaited<ReturnType<typeof requireVoice>>, locale: Locale) {
  const { id, title, state, language } = assessment;
  const { fn, voice } = found;
  return {
    assessment: { id, title, open: state === "open" },
    fn: { key: fn.key, name: localized(fn.name, locale) },
    voice: voiceView(voice),
    text: firstText(found, language),
    language: language === "id" ? m.ui_language_id() : m.ui_language_en(),
    longest: LONGEST_QUESTION,
  };
}

/** Asks for what was seen, and says nothing of what others said: who knows where the panel stands explains towards it. */
function firstText(
  { fn, voice: { level }, levels }: Awaited<ReturnType<typeof requireVoice>>["found"],
  language: Locale,
): string {
  const name = localized(fn.name, language);
  const levelName = level === null ? undefined : levels[level - 1];
  return level === null || !levelName
    ? m.desk_default_none({ fn: name }, { locale: language })
    : m.desk_default({ fn: name, level, levelName: localized(levelName, language) }, { locale: language });
}
