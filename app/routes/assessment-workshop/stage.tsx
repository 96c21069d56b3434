import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { LevelSquare } from "~/ui/level-chip";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { VoteFinding, VoteOutcome, VoteSpread } from "../assess-workshop/vote-outcome";
import { IntentForm } from "./intent-form";
import { NotesForm } from "./notes-form";
import type { StageView, StageVoteView } from "./stage-view.server";
import { VoteCount } from "./vote-count";

export type StageProps = { page: string; stage: StageView; longestNotes: number };

/** What the room looks at: the question, the levels, how many have voted, and then what it came to. */
export function Stage({ page, stage, longestNotes }: StageProps) {
  const [vote, ...earlier] = stage.votes;
  return (
    <div className="grid content-start gap-6">
      <header className="grid gap-2">
        <p className="text-sm font-semibold text-accent">
          {m.workshop_kicker({ number: stage.number, total: stage.agenda.length })} · {stage.name}
        </p>
        <h1 className="max-w-4xl">{stage.question}</h1>
        <p className="max-w-measure text-ink-muted">{stage.definition}</p>
      </header>
      <Elsewhere page={page} stage={stage} />
      <Controls page={page} stage={stage} vote={vote} />
      {vote && !vote.revealed ? <VoteCount turnout={vote.turnout} /> : null}
      {vote?.outcome ? (
        <section
          aria-label={m.workshop_result_title()}
          className="grid gap-x-10 gap-y-6 md:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]"
        >
          <VoteFinding outcome={vote.outcome} />
          <VoteSpread outcome={vote.outcome} />
        </section>
      ) : null}
      {vote?.revealed ? null : <Levels levels={stage.levels} />}
      {vote ? <NotesForm key={vote.id} vote={vote} functionKey={stage.key} longest={longestNotes} /> : null}
      {vote?.revealed ? (
        <Disclosure summary={m.workshop_levels_title()}>
          <Levels levels={stage.levels} />
        </Disclosure>
      ) : null}
      <Earlier votes={earlier} total={stage.votes.length} />
    </div>
  );
}

/** A vote on another function goes on: nothing can be opened here until it is revealed. */
function Elsewhere({ page, stage: { open, key } }: Pick<StageProps, "page" | "stage">) {
  if (!open || open.key === key) return null;
  return (
    <Notice tone="attention">
      {m.workshop_elsewhere({ name: open.name })}{" "}
      <Link href={`${page}?function=${encodeURIComponent(open.key)}`} className="link font-semibold">
        {m.workshop_elsewhere_go()}
      </Link>
    </Notice>
  );
}

type ControlsProps = { page: string; stage: StageView; vote?: StageVoteView };

function Controls({ page, stage: { key, open, next }, vote }: ControlsProps) {
  const about = { function: key };
  const onward = next ? (
    <ButtonLink
      href={`${page}?function=${encodeURIComponent(next.key)}`}
      variant={vote?.revealed ? "primary" : "quiet"}
    >
      {m.workshop_next({ name: next.name })}
    </ButtonLink>
  ) : null;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {vote && !vote.revealed ? (
        <IntentForm intent="reveal" fields={{ ...about, vote: vote.id }}>
          {m.workshop_reveal()}
        </IntentForm>
      ) : null}
      {!vote && !open ? (
        <IntentForm intent="open" fields={about}>
          {m.workshop_open()}
        </IntentForm>
      ) : null}
      {vote?.revealed && !open ? (
        <IntentForm intent="open" fields={about} variant="secondary">
          {m.workshop_again()}
        </IntentForm>
      ) : null}
      {vote && !vote.revealed ? null : onward}
      {vote?.revealed && !next ? <p className="text-ink-muted">{m.workshop_all_done()}</p> : null}
    </div>
  );
}

function Levels({ levels }: Pick<StageView, "levels">) {
  return (
    <ol className="grid gap-x-8 gap-y-4 xl:grid-cols-2">
      {levels.map(({ level, name, descriptor }) => (
        <li key={level} className="grid grid-cols-[2rem_1fr] gap-x-3">
          <LevelSquare level={level} levels={levels.length} />
          <p>
            <span className="block font-bold">{name}</span>
            {descriptor}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** What was voted on this function before, so that the room sees how it moved. */
function Earlier({ votes, total }: { votes: StageVoteView[]; total: number }) {
  if (votes.length === 0) return null;
  return (
    <Disclosure summary={m.workshop_earlier_votes()} count={votes.length}>
      <ol className="grid gap-8">
        {votes.map((vote, place) => (
          <li key={vote.id} className="grid max-w-xl gap-3">
            <h2 className="text-base">{m.workshop_vote_number({ number: total - 1 - place })}</h2>
            {vote.outcome ? <VoteOutcome outcome={vote.outcome} /> : null}
            <p className="whitespace-pre-line">{vote.notes}</p>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
