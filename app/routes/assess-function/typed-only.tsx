import { m } from "~/i18n/messages";
import { PageHeader } from "~/ui/page-header";
import { TextArea } from "~/ui/text-area";

/** For somebody whose link stopped working while they wrote: their words, to be copied, and nothing else. */
export function TypedOnly({ typed }: { typed: Record<string, string> }) {
  return (
    <>
      <PageHeader title={m.assess_conflict_title()} lead={m.assess_conflict_seat()} />
      <TextArea name="rationale" label={m.assess_rationale()} rows={8} defaultValue={typed.rationale} />
    </>
  );
}
