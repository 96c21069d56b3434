import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import type { Report } from "~/use-cases/read-report";

export type ChapterId =
  | "spread"
  | "profile"
  | "functions"
  | "recommendations"
  | "change"
  | "check"
  | "agreement"
  | "perspectives"
  | "sensitivity"
  | "panel"
  | "method";

type Chapter = readonly [id: ChapterId, title: string];

/** The chapters of a report in their order, each with the id that links lead to. */
export function chapters({ previous, check }: Report): Chapter[] {
  return [
    ["spread", m.report_spread_title()],
    ["profile", m.report_ladder_title()],
    ["functions", m.report_functions_title()],
    ["recommendations", m.report_recommendations_title()],
    ...(previous ? [["change", m.report_change_title({ date: formatDate(previous.asOf) })] as const] : []),
    ...(check ? [["check", m.check_tab()] as const] : []),
    ["agreement", m.report_agreement_title()],
    ["perspectives", m.report_triangulation_title()],
    ["sensitivity", m.report_sensitivity_title()],
    ["panel", m.report_panel_title()],
    ["method", m.report_method_title()],
  ];
}
