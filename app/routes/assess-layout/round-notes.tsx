import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Disclosure } from "~/ui/disclosure";
import { Notice } from "~/ui/notice";
import { OwnJudgments } from "./own-judgments";
import type { DeskView } from "./views.server";

/** In a round after the first: which one it is, and that it asks only for some functions again. */
export function RoundLead({ desk: { again, tasks } }: { desk: Pick<DeskView, "again" | "tasks"> }) {
  if (again === null) return null;
  return <p className="mb-6 max-w-measure">{m.rounds_own_lead({ count: tasks.length })}</p>;
}

/** For a member whom the round asks nothing. */
export function NothingAsked({ again }: { again: number }) {
  return <Notice title={m.rounds_own_none_title({ number: again })}>{m.rounds_own_none_body()}</Notice>;
}

/** What was said of the functions that are not asked again, folded. */
export function Standing({ desk: { again, tasks, standing, levels } }: { desk: DeskView }) {
  if (again === null) return null;
  const others = standing.filter(
    ({ key, level, cannotJudge }) =>
      (level !== null || cannotJudge !== null) && !tasks.some((task) => task.key === key),
  );
  if (others.length === 0) return null;
  return (
    <Disclosure summary={m.rounds_own_stands({ count: others.length })} className="mt-8">
      <OwnJudgments tasks={others} levels={levels} />
    </Disclosure>
  );
}

/** The receipts of the other rounds. */
export function OtherReceipts({ desk }: { desk: Pick<DeskView, "receipts" | "submission"> }) {
  const others = desk.receipts.filter(({ receipt }) => receipt !== desk.submission?.receipt);
  if (others.length === 0) return null;
  return (
    <ul className="mt-4 text-ink-muted">
      {others.map(({ receipt, round, at }) => (
        <li key={receipt}>
          {m.rounds_receipt({ number: round })}: <span className="tabular font-semibold">{receipt}</span>,{" "}
          {formatMoment(at)}
        </li>
      ))}
    </ul>
  );
}
