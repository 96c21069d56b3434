import { m } from "~/i18n/messages";
import { StatusTag, type StatusTone } from "~/ui/status-tag";
import type { ReportFunction } from "./function-section";

type Next = NonNullable<ReportFunction["next"]>;
type Status = NonNullable<Next["indicators"][number]["status"]> | "unanswered";

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

const TAGS: Record<Status, { tone: StatusTone; label: () => string }> = {
  met: { tone: "done", label: m.report_indicator_met },
  partly: { tone: "progress", label: m.report_indicator_partly },
  "not-met": { tone: "attention", label: m.report_indicator_not_met },
  unanswered: { tone: "neutral", label: m.report_indicator_unknown },
};

/** Whether the panel finds an indicator met. */
export function IndicatorTag({ status }: { status: Status }) {
  const { tone, label } = TAGS[status];
  return <StatusTag tone={tone}>{label()}</StatusTag>;
}
