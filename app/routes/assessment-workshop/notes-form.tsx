import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/text-area";

/** How long nobody has typed before the notes are saved. */
const PAUSE = 1_000;

export type NotesFormProps = {
  vote: { id: string; notes: string };
  functionKey: string;
  longest: number;
};

type Saved = { saved?: string; errors?: Record<string, string[]> };

/** What is said about a vote: saved by its button, and by itself while somebody writes. */
export function NotesForm({ vote, functionKey, longest }: NotesFormProps) {
  const fetcher = useFetcher<Saved>();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<number>();
  const save = () => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    if (!form.current) return;
    const fields = new FormData(form.current);
    fields.set("quiet", "yes");
    fetcher.submit(fields, { method: "post" });
  };
  const later = () => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(save, PAUSE);
  };
  // Whoever presses something else has finished writing.
  const saveNow = () => {
    if (timer.current !== undefined) save();
  };
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const saved = fetcher.state === "idle" && fetcher.data?.saved === vote.id && timer.current === undefined;
  return (
    <fetcher.Form
      ref={form}
      method="post"
      noValidate
      onChange={later}
      onBlur={saveNow}
      className="grid gap-3"
    >
      <input type="hidden" name="intent" value="notes" />
      <input type="hidden" name="vote" value={vote.id} />
      <input type="hidden" name="function" value={functionKey} />
      <TextArea
        name="notes"
        id={`notes-${vote.id}`}
        label={m.workshop_notes()}
        hint={m.workshop_notes_hint()}
        error={fetcher.data?.errors?.notes ?? fetcher.data?.errors?.[""]}
        required={false}
        maxCharacters={longest}
        rows={4}
        defaultValue={vote.notes}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="secondary" size="small">
          {m.workshop_notes_save()}
        </Button>
        <p role="status" className="text-sm text-ink-muted">
          {fetcher.state === "idle" ? (saved ? m.workshop_notes_saved() : "") : m.workshop_notes_saving()}
        </p>
      </div>
    </fetcher.Form>
  );
}
