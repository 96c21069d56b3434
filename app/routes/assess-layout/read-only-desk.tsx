import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { OwnJudgments } from "./own-judgments";
import { NothingAsked } from "./round-notes";
import type { DeskView } from "./views.server";

/** Handed in, closed, or asked nothing: why nothing can be changed, and everything that was said. */
export function ReadOnlyDesk({ desk }: { desk: DeskView }) {
  const { submission, mayReopen, open, again, inWorkshop, tasks, standing, levels } = desk;
  const nothingAsked = open && tasks.length === 0 ? again : null;
  const sent = submission && { receipt: submission.receipt, moment: formatMoment(submission.at) };
  return (
    <>
      {sent ? (
        <Notice title={m.assess_submitted_title()}>
          <p>{mayReopen ? m.assess_reopen_body(sent) : m.assess_submitted_body(sent)}</p>
          <p className="mt-1">
            <Link href="/assess/done" className="link inline-flex min-h-11 items-center font-semibold">
              {mayReopen ? m.assess_reopen_receipt_link() : m.assess_reopen_receipt_print()}
            </Link>
          </p>
        </Notice>
      ) : inWorkshop ? (
        <Notice title={m.workshop_over_title()}>{m.workshop_over()}</Notice>
      ) : nothingAsked ? (
        <NothingAsked again={nothingAsked} />
      ) : (
        <Notice title={m.assess_closed_title()}>{m.assess_closed_body()}</Notice>
      )}
      <h2 className="mt-10 mb-4">{m.assess_own_title()}</h2>
      <OwnJudgments tasks={standing} levels={levels} />
    </>
  );
}
