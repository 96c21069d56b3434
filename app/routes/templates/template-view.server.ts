import { localized } from "~/i18n/locale";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import type { ScopedContext } from "~/use-cases/context";
import { readRubrics } from "~/use-cases/rubrics";
import type { Template } from "~/use-cases/templates";

export type TemplateView = ReturnType<typeof templateView>;

/** A template as its pages show it: nobody of its panel by name. */
export function templateView(context: ScopedContext, { id, name, rubricKey, settings, createdAt }: Template) {
  const rubric = readRubrics(context).find((loaded) => loaded.rubric.key === rubricKey)?.rubric;
  const { panel, quorum, daysToJudge, reminderDays, title } = settings;
  return {
    ...{ id, name, title, quorum, daysToJudge, reminderDays, createdAt },
    /** Null where the library no longer has it. */
    rubric: rubric ? localized(rubric.name, getLocale()) : null,
    members: panel.length,
  };
}
