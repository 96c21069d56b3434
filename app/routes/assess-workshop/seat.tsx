import { m } from "~/i18n/messages";
import { Disclosure } from "~/ui/disclosure";
import type { FieldErrors } from "~/ui/form-errors";
import { LevelChip } from "~/ui/level-chip";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { ProgressBar } from "~/ui/progress-bar";
import { reasonWord } from "../assess-layout/words";
import type { VoteView } from "./seat-view.server";
import { VoteForm } from "./vote-form";
import { VoteOutcome } from "./vote-outcome";

export type SeatProps = { vote: VoteView; values: Record<string, string> | null; errors: FieldErrors | null };

/** One vote on the phone: to be given, given, or revealed. */
export function Seat({ vote, values, errors }: SeatProps) {
  return (
    <>
      <PageHeader
        className="mb-3! [&_h1]:text-xl md:[&_h1]:text-2xl"
        kicker={`${m.workshop_seat_title()} · ${vote.name}`}
        title={vote.question}
      />
      <p className="mb-5 text-ink-muted">{vote.definition}</p>
      {vote.revealed ? <Revealed vote={vote} /> : <Voting vote={vote} values={values} errors={errors} />}
    </>
  );
}

function Voting({ vote, values, errors }: SeatProps) {
  const { turnout, own, asked } = vote;
  // A vote that was refused stays as it was typed until it is sent again.
  const form = (
    <VoteForm
      key={`${vote.id} ${own?.version ?? 0}`}
      vote={vote}
      values={values ?? vote.saved}
      errors={errors}
    />
  );
  return (
    <>
      <ProgressBar
        value={turnout.voted}
        max={Math.max(1, turnout.asked)}
        label={m.workshop_voted_of(turnout)}
        className="mb-6"
      />
      {asked ? null : (
        <Notice title={m.workshop_seat_not_asked_title()}>{m.workshop_seat_not_asked()}</Notice>
      )}
      {asked && own ? (
        <>
          <Notice tone="success" live title={m.workshop_seat_voted_title()} className="mb-6">
            <Own vote={vote} />
            <p className="mt-2">{m.workshop_seat_voted()}</p>
          </Notice>
          <Disclosure key={vote.id} summary={m.workshop_seat_change()} open={errors ? true : undefined}>
            {form}
          </Disclosure>
        </>
      ) : null}
      {asked && !own ? (
        <>
          <p className="mb-6 text-sm text-ink-muted">{m.workshop_seat_blind()}</p>
          {form}
        </>
      ) : null}
    </>
  );
}

function Own({ vote: { own, levels } }: { vote: VoteView }) {
  if (!own) return null;
  if (own.level !== null) {
    return <LevelChip level={own.level} levels={levels.length} name={own.levelName} />;
  }
  return <p className="font-semibold">{own.cannotJudge ? reasonWord(own.cannotJudge) : null}</p>;
}

function Revealed({ vote }: { vote: VoteView }) {
  const { outcome, own, asked } = vote;
  return (
    <div className="grid gap-6">
      <h2 className="text-lg">{m.workshop_result_title()}</h2>
      {outcome ? <VoteOutcome outcome={outcome} own={own?.level ?? null} /> : null}
      {asked ? (
        <section className="grid gap-2 border-t border-line pt-5">
          <h2 className="text-base">{m.workshop_seat_own()}</h2>
          {own ? <Own vote={vote} /> : <p className="text-ink-muted">{m.workshop_seat_own_none()}</p>}
        </section>
      ) : null}
      <p className="text-ink-muted">{m.workshop_seat_wait_next()}</p>
    </div>
  );
}
