import { formatDate, formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import type { DeskView } from "../assess-layout/views.server";

type ReceiptProps = {
  desk: Pick<DeskView, "name" | "company" | "title" | "asOf"> & {
    submission: { receipt: string; at: Date };
    round: number;
  };
};

/** The code and what it stands for; on paper also who judged which company, and as of when. */
export function Receipt({ desk }: ReceiptProps) {
  const { name, company, title, asOf, submission, round } = desk;
  return (
    <section aria-label={m.assess_receipt()}>
      <div className="receipt-head">
        <p className="receipt-kicker">{m.assess_receipt_print_title()}</p>
        <p className="receipt-title">{company}</p>
      </div>
      <div className="grid gap-x-10 gap-y-4 border-t-2 border-ink pt-5 sm:grid-cols-[auto_1fr]">
        <div>
          <p className="text-sm font-semibold text-ink-muted">{m.assess_receipt()}</p>
          <p className="tabular text-2xl font-bold tracking-wider">{submission.receipt}</p>
        </div>
        <div>
          <p className="text-sm font-semibold text-ink-muted">{m.assess_receipt_sent()}</p>
          <p>{formatMoment(submission.at)}</p>
          <p className="text-sm text-ink-muted print-hidden">{m.assess_receipt_hint()}</p>
        </div>
      </div>
      <p className="mt-4 text-ink-muted">
        {[
          title,
          company,
          m.assess_as_of({ date: formatDate(asOf) }),
          ...(round > 1 ? [m.assess_reopen_receipt_round({ number: round })] : []),
        ].join(" · ")}
      </p>
      <p className="receipt-name">
        {m.assess_receipt_of()}: <strong>{name}</strong>
      </p>
    </section>
  );
}
