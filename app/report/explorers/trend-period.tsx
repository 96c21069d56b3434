import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import type { Period } from "./trend-data";

type TrendPeriodProps = { dates: string[]; period: Period; onAll: () => void };

/** Which period the bar under the chart leaves in sight, and the way back to all of it. */
export function TrendPeriod({ dates, period, onAll }: TrendPeriodProps) {
  if (dates.length < 3) return null;
  const [from = "", to = ""] = [dates[period.from], dates[period.to]];
  const narrowed = period.from > 0 || period.to < dates.length - 1;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <p role="status">
        <strong>{m.company_trend_period()}:</strong>{" "}
        {m.company_trend_period_shown({ from: formatDate(from), to: formatDate(to) })}
      </p>
      {narrowed ? (
        <Button type="button" variant="secondary" size="small" onClick={onAll}>
          {m.company_trend_period_all()}
        </Button>
      ) : (
        <p className="max-w-measure text-ink-muted">{m.company_trend_period_lead()}</p>
      )}
    </div>
  );
}
