import { Form } from "@remix-run/react";
import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import type { FieldErrors } from "~/ui/form-errors";
import { RemoveFold } from "~/ui/remove-fold";
import { TextArea } from "~/ui/text-area";

export type NoteView = { id: string; text: string; author: string | null; createdAt: string | Date };

/** How many notes lie open; older ones are folded. */
const OPEN = 5;

type NotesProps = {
  companyId: string;
  /** The newest first. */
  notes: NoteView[];
  longest: number;
  state?: { values: Record<string, string>; errors: FieldErrors };
};

/** What consultants note about a company for themselves, with the form for a new note on top. */
export function Notes({ companyId, notes, longest, state }: NotesProps) {
  const page = `/companies/${companyId}/notes`;
  const [shown, older] = [notes.slice(0, OPEN), notes.slice(OPEN)];
  return (
    <div className="max-w-3xl">
      <Form
        method="post"
        action={page}
        key={notes[0]?.id}
        noValidate
        className="mb-5 grid justify-items-start gap-3"
      >
        <input type="hidden" name="intent" value="add" />
        <TextArea
          className="field my-0! w-full"
          name="text"
          label={m.company_note_field()}
          rows={3}
          maxCharacters={longest}
          defaultValue={state?.values.text}
          error={state?.errors.text}
        />
        <Button variant="secondary" size="small">
          {m.company_note_add()}
        </Button>
      </Form>
      {notes.length === 0 ? <p className="text-ink-muted">{m.company_notes_none()}</p> : null}
      <NoteList page={page} notes={shown} />
      {older.length > 0 ? (
        <Disclosure summary={m.company_notes_older()} count={older.length}>
          <NoteList page={page} notes={older} />
        </Disclosure>
      ) : null}
    </div>
  );
}

function NoteList({ page, notes }: { page: string; notes: NoteView[] }) {
  if (notes.length === 0) return null;
  return (
    <ol className="grid divide-y divide-line">
      {notes.map(({ id, text, author, createdAt }) => {
        const date = formatMoment(createdAt);
        return (
          <li key={id} className="grid gap-1 py-4">
            <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
            <div className="flex flex-wrap items-start justify-between gap-x-6 text-sm text-ink-muted">
              <p className="py-1">{m.company_by({ name: author ?? m.company_by_nobody(), date })}</p>
              <RemoveFold
                {...{ label: m.company_remove(), sure: m.company_remove_sure(), of: date, action: page }}
                about={m.company_note_remove_about()}
              >
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="noteId" value={id} />
              </RemoveFold>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
