import { contextOf, testServices } from "~/cli/fixtures";
import type { Locale } from "~/i18n/locale";
import { withLocale } from "~/i18n/locale.server";
import { readAssessments, requireAssessment } from "~/use-cases/assessments";
import { type Report, readReport } from "~/use-cases/read-report";
import { readTrends, type Trend } from "~/use-cases/read-trend";
import { seedSample } from "~/use-cases/seed-sample";
import { forOthers } from "./for-others";

/** Reports for the tests of the files that are made of them. */

type Given = { report: Report; trend: Trend | null };
type Secret = { name: string; email: string };

/** The sample: its newer assessment, its trend, and what its panel's members are called. */
export function sampleReport(locale: Locale, state: "closed" | "published" = "closed") {
  const services = testServices();
  const context = contextOf(services);
  seedSample(context, services.root);
  const found = readAssessments(context).find((one) => one.state === state);
  const assessment = requireAssessment(context, found?.id ?? "");
  return withLocale(locale, (): Given & { secrets: Secret[] } => {
    const report = readReport(context, assessment, { live: true, locale });
    if (!report) throw new Error("the sample has no report");
    const [trend = null] = readTrends(context, assessment.companyId, { live: true, locale });
    const secrets = services.db.$client.prepare("select name, email from panel_member").all() as Secret[];
    return { report: forOthers(report), trend, secrets };
  });
}

/** A report as it is while nobody has judged: no level, no spread, nothing to recommend. */
export function withoutResults(report: Report): Report {
  const functions = report.functions.map((fn) => ({
    ...fn,
    ...{ n: 0, level: null, reason: "no-judgments" as const, descriptor: null, spread: null, next: null },
    ...{ previous: null, target: null, groups: [], apart: null, evidence: [], calibration: null },
  }));
  const overall = { ...report.overall, typical: null, attained: null, binding: [], meanIndex: null };
  return {
    ...report,
    functions,
    overall: { ...overall, attainedAtMost: null, withResult: 0, atTypicalOrAbove: 0 },
    extremes: null,
    previous: null,
    panel: { ...report.panel, judged: 0 },
    recommendations: { items: [], unanswered: [], atTarget: [] },
  };
}

/** The same report with other numbers of functions and levels; every text may be given. */
export function ofSize(
  report: Report,
  {
    functions,
    levels,
    rationales = 0,
    text = "",
  }: { functions: number; levels: number } & {
    rationales?: number;
    text?: string;
  },
): Report {
  const scale = Array.from({ length: levels }, (_, index) => index + 1);
  const made = Array.from({ length: functions }, (_, index) => {
    const source = report.functions[index % report.functions.length];
    if (!source) throw new Error("the sample has no function");
    const level = (index % levels) + 1;
    const distribution = scale.map((one) =>
      one === level ? 3 : one === Math.min(levels, level + 1) ? 2 : 0,
    );
    const n = distribution.reduce<number>((sum, count) => sum + count, 0);
    return {
      ...source,
      ...{ key: `f${index + 1}`, number: index + 1, name: `${source.name} ${index + 1}`, level, n },
      ...{ previous: Math.max(1, level - 1), target: levels },
      next: source.next && { ...source.next, number: Math.min(levels, source.next.number) },
      spread: source.spread && { ...source.spread, distribution },
      groups: source.groups.slice(0, 1).map((group) => ({
        ...group,
        ...{ level, distribution, n },
        rationales: new Array<string>(rationales).fill(text),
      })),
    };
  });
  const inScale = (level: number | null) => level && Math.min(levels, level);
  const extreme = (level: number) => {
    const keys = made.filter((fn) => fn.level === level).map(({ key }) => key);
    return { level, keys: keys.slice(0, 3), more: Math.max(0, keys.length - 3) };
  };
  const highest = Math.max(...made.map(({ level }) => level));
  return {
    ...report,
    functions: made,
    levels: scale.map((number) => ({ number, name: `Tingkat ${number}`, meaning: `Makna ${number}` })),
    overall: {
      ...report.overall,
      ...{ typical: inScale(report.overall.typical), attained: 1, binding: ["f1"] },
      ...{ functions, withResult: functions },
    },
    extremes: highest > 1 ? { strongest: extreme(highest), weakest: extreme(1) } : null,
    previous: report.previous && { ...report.previous, typical: 1, attained: 1 },
    recommendations: {
      ...report.recommendations,
      items: report.recommendations.items.map((item) => ({
        ...item,
        nextLevel: Math.min(levels, item.nextLevel),
        reason: { ...item.reason, target: Math.min(levels, item.reason.target) },
      })),
    },
    sensitivity: { ...report.sensitivity, functions: [], typical: null, attained: null },
  };
}
