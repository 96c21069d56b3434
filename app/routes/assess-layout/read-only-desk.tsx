import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";
import { OwnJudgments } from "./own-judgments";
import type { DeskView } from "./views.server";

/** Handed in or closed: why nothing can be changed, and everything that was said. */
export function ReadOnlyDesk({ desk: { submission, tasks, levels } }: { desk: DeskView }) {
  return (
    <>
      {submission ? (
        <Notice title={m.assess_submitted_title()}>
          {m.assess_submitted_body({ receipt: submission.receipt, moment: formatMoment(submission.at) })}
        </Notice>
      ) : (
        <Notice title={m.assess_closed_title()}>{m.assess_closed_body()}</Notice>
      )}
      <h2 className="mt-10 mb-4">{m.assess_own_title()}</h2>
      <OwnJudgments tasks={tasks} levels={levels} />
    </>
  );
}
