import { formatMoment } from "~/i18n/format";
import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";
import { SummaryList } from "~/ui/summary-list";

const MEGABYTE = 1024 ** 2;

type Props = {
  everyHours: number;
  last: { at: Date | string; bytes: number } | null;
  overdue: boolean;
};

/** When the installation was backed up last, for its owner. */
export function Backups({ everyHours, last, overdue }: Props) {
  return (
    <section className="mt-12 grid gap-4 border-t border-line pt-8">
      <h2>{m.operation_title()}</h2>
      <p className="max-w-measure text-ink-muted">{m.operation_lead()}</p>
      {everyHours === 0 ? <Notice tone="attention">{m.operation_off()}</Notice> : null}
      {overdue ? <Notice tone="attention">{m.operation_overdue()}</Notice> : null}
      <SummaryList
        rows={[
          { key: "last", term: m.operation_last(), value: last ? <Last {...last} /> : m.operation_none() },
          ...(everyHours > 0
            ? [
                {
                  key: "every",
                  term: m.operation_every(),
                  value: m.operation_hours({ hours: formatNumber(everyHours) }),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

function Last({ at, bytes }: NonNullable<Props["last"]>) {
  return (
    <>
      {formatMoment(at)}
      <span className="text-ink-muted">
        {" "}
        · {m.operation_size({ megabytes: formatNumber(bytes / MEGABYTE) })}
      </span>
    </>
  );
}
