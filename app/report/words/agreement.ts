import { formatPercent } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { formatFixed } from "~/report/words";
import type { Report } from "~/use-cases/read-report";

type Jackknife = Report["agreement"]["jackknife"]["ac2Ordinal"];
type Reason = NonNullable<Jackknife["reason"]>;

/** From here a panel that is close together is told apart from functions that hardly differ. */
const NOTABLY_APART = 0.3;

/** One coefficient of agreement: its value in words, and its interval or why it has none. */
export type Coefficient = { value: string; detail: string };

/** AC2 beside alpha, never alone; and a sentence where the two are so far apart that it needs one, else null. */
export function agreementReading(report: Report): {
  ac2: Coefficient;
  alpha: Coefficient;
  apart: string | null;
} {
  const { gwet, krippendorff, jackknife, reasons } = report.agreement;
  const [ac2, alpha] = [gwet.ac2Ordinal, krippendorff.ordinal];
  const apart = ac2 !== null && alpha !== null && ac2 - alpha >= NOTABLY_APART;
  return {
    ac2: coefficient(report, ac2, reasons.gwet, jackknife.ac2Ordinal),
    alpha: coefficient(report, alpha, reasons.krippendorff, jackknife.alphaOrdinal),
    apart: apart ? m.report_agreement_apart() : null,
  };
}

function coefficient(
  report: Report,
  value: number | null,
  reason: Reason | null,
  interval: Jackknife,
): Coefficient {
  const none = reason === "withheld" ? "–" : m.report_coefficient_undefined();
  return {
    value: value === null ? none : formatFixed(value),
    detail: value === null && reason ? reasonText(reason, report) : intervalOf(interval, report),
  };
}

function intervalOf({ low, high, reason }: Jackknife, report: Report): string {
  if (low === null || high === null) return reason ? reasonText(reason, report) : "";
  return m.report_coefficient_interval({
    low: formatFixed(low),
    high: formatFixed(high),
    coverage: formatPercent(report.agreement.intervalCoverage),
  });
}

const REASONS: Partial<Record<Reason, () => string>> = {
  "no-unit-with-two-judgments": m.report_reason_no_unit_with_two_judgments,
  "no-variation": m.report_reason_no_variation,
  "fewer-than-two-raters": m.report_reason_fewer_than_two_raters,
  "undefined-without-one-rater": m.report_reason_undefined_without_one_rater,
  "no-spread-between-raters": m.report_reason_no_spread_between_raters,
};

function reasonText(reason: Reason, report: Report): string {
  if (reason === "withheld") return m.report_reason_withheld({ minimum: report.minimumGroup });
  if (reason === "too-few-raters")
    return m.report_reason_too_few_raters({ least: report.agreement.intervalRaters });
  return (REASONS[reason] ?? m.report_reason_other)();
}
