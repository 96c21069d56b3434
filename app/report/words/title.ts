import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { editionText } from "~/report/words";
import type { Report } from "~/use-cases/read-report";

/** Of when a report is, by whom, by what measure, and which edition: terms with their values. */
export function reportFacts({ assessment, panel, rubric, edition }: Report): [term: string, value: string][] {
  return [
    [m.report_as_of(), formatDate(assessment.asOf)],
    [m.report_panel_label(), m.report_panel_size({ judged: panel.judged, members: panel.members })],
    [m.report_rubric_label(), m.report_rubric_version({ name: rubric.name, version: rubric.version })],
    [m.report_edition_label(), editionText(edition)],
  ];
}
