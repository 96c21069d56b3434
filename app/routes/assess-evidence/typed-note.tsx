import { m } from "~/i18n/messages";
import { PageHeader } from "~/ui/page-header";
import { TextArea } from "~/ui/text-area";

/** For somebody whose link stopped working while they wrote: their words, to be copied, and nothing else. */
export function TypedNote({ note }: { note: string | undefined }) {
  return (
    <>
      <PageHeader title={m.evidence_not_sent_title()} lead={m.evidence_seat_gone()} />
      <TextArea name="note" label={m.evidence_note()} rows={8} defaultValue={note} />
    </>
  );
}
