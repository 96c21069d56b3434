import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { Disclosure } from "~/ui/disclosure";
import { LevelChip } from "~/ui/level-chip";
import { NotesForm } from "./notes-form";
import type { PastView } from "./stage-view.server";

type PastProps = {
  id: string;
  past: PastView[];
  editable: boolean;
  /** The assessment is open, and since the last vote there was no questionnaire. */
  open: boolean;
  voted: boolean;
  longestNotes: number;
};

/** The workshops that were held, with what each changed; and where to go from there. */
export function Past({ id, past, editable, open, voted, longestNotes }: PastProps) {
  return (
    <section className="mb-14 grid gap-8">
      <div className="grid gap-3">
        <h2 className="text-xl">{m.workshop_past_title()}</h2>
        {open && voted ? (
          <p className="max-w-measure text-ink-muted">{m.workshop_past_after_about()}</p>
        ) : null}
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={`/assessments/${id}/report`} variant="secondary">
            {m.workshop_past_report()}
          </ButtonLink>
          {open ? (
            <ButtonLink href={`/assessments/${id}/rounds`} variant="secondary">
              {m.workshop_past_rounds()}
            </ButtonLink>
          ) : null}
        </div>
      </div>
      {past.map((one) => (
        <PastWorkshop key={one.id} past={one} editable={editable} longestNotes={longestNotes} />
      ))}
    </section>
  );
}

function PastWorkshop({
  past,
  editable,
  longestNotes,
}: { past: PastView } & Pick<PastProps, "editable" | "longestNotes">) {
  const title = m.workshop_past_on({ moment: formatMoment(past.startedAt) });
  if (past.functions.length === 0) {
    return (
      <div>
        <h3>{title}</h3>
        <p className="text-ink-muted">{m.workshop_past_none()}</p>
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      <DataTable caption={title} dense={false}>
        <thead>
          <tr>
            <th scope="col">{m.workshop_past_function()}</th>
            <th scope="col">{m.workshop_past_before()}</th>
            <th scope="col">{m.workshop_past_after()}</th>
            <th scope="col">{m.workshop_past_votes()}</th>
          </tr>
        </thead>
        <tbody>
          {past.functions.map(({ key, name, before, after, votes }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>
                <Level level={before} names={past.names} />
              </td>
              <td>
                <Level level={after} names={past.names} />
              </td>
              <td>
                <ol>
                  {votes.map(({ id, voted, asked, revealed }, place) => (
                    <li key={id} className="whitespace-nowrap">
                      {m.workshop_past_vote({ number: place + 1, voted, asked })}
                      {revealed ? null : ` (${m.workshop_past_not_revealed()})`}
                    </li>
                  ))}
                </ol>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <PastNotes past={past} editable={editable} longestNotes={longestNotes} />
    </div>
  );
}

function Level({ level, names }: { level: number | null; names: string[] }) {
  const name = level === null ? undefined : names[level - 1];
  return (
    <LevelChip level={level} levels={names.length} name={name} size="small" className="whitespace-nowrap" />
  );
}

/** The notes of all votes, to be read and finished at the desk. */
function PastNotes({
  past,
  editable,
  longestNotes,
}: { past: PastView } & Pick<PastProps, "editable" | "longestNotes">) {
  const votes = past.functions.flatMap(({ key, name, votes: own }) =>
    own.map((vote, place) => ({
      ...vote,
      key,
      title: `${name} · ${m.workshop_vote_number({ number: place + 1 })}`,
    })),
  );
  const written = votes.filter(({ notes }) => notes !== "").length;
  return (
    <Disclosure summary={m.workshop_past_notes()} count={written} open={written > 0 ? true : undefined}>
      <ol className="grid gap-6">
        {votes.map((vote) => (
          <li key={vote.id} className="grid max-w-measure gap-2">
            <h3 className="text-base">{vote.title}</h3>
            <p className={vote.notes ? "whitespace-pre-line" : "text-ink-muted"}>
              {vote.notes || m.workshop_notes_none()}
            </p>
            {editable ? (
              <Disclosure
                summary={
                  <>
                    {m.workshop_notes_edit()} <span className="sr-only">{vote.title}</span>
                  </>
                }
              >
                <NotesForm vote={vote} functionKey={vote.key} longest={longestNotes} />
              </Disclosure>
            ) : null}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
