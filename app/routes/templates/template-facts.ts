import { formatList } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import type { TemplateView } from "./template-view.server";

type Given = Omit<TemplateView, "createdAt">;

/** What a template brings, in short pieces. */
export function templateFacts({ rubric, members, quorum, daysToJudge, reminderDays }: Given): string[] {
  const days = formatList(reminderDays.map(String));
  return [
    rubric ?? m.waves_unknown_rubric(),
    members > 0 ? m.waves_template_panel_size({ count: members }) : m.waves_template_no_panel(),
    m.waves_template_quorum({ count: quorum }),
    ...(daysToJudge === null ? [] : [m.waves_template_days({ count: daysToJudge })]),
    ...(reminderDays.length > 0 ? [m.waves_template_reminders({ days })] : []),
  ];
}
