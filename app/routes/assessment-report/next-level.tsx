import { m } from "~/i18n/messages";
import { type IndicatorState, indicatorStateName } from "~/report/words/indicators";
import { StatusTag, type StatusTone } from "~/ui/status-tag";
import type { ReportFunction } from "./function-section";

type Next = NonNullable<ReportFunction["next"]>;

/** What the next level asks for, and how much of it the panel finds met already. */
export function NextLevel({ next }: { next: Next }) {
  return (
    <div className="report-next">
      <h4>{m.report_next_level({ level: `${next.number} ${next.name}` })}</h4>
      <p>{next.descriptor}</p>
      {next.indicators.length > 0 ? (
        <ul className="report-indicators" aria-label={m.report_indicators()}>
          {next.indicators.map(({ key, text, status }) => (
            <li key={key}>
              <span>{text}</span>
              <IndicatorTag status={status ?? "unanswered"} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

const TONES: Record<IndicatorState, StatusTone> = {
  met: "done",
  partly: "progress",
  "not-met": "attention",
  unanswered: "neutral",
};

/** Whether the panel finds an indicator met. */
export function IndicatorTag({ status }: { status: IndicatorState }) {
  return <StatusTag tone={TONES[status]}>{indicatorStateName(status)}</StatusTag>;
}
