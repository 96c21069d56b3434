import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { EvidenceList } from "../assess-layout/evidence-list";
import type { TaskView } from "../assess-layout/views.server";
import { CHANGE_EVIDENCE } from "./evidence-target";

/**
 * The evidence for the function, folded. What leads on from here are buttons of the form, so that what was typed into
 * it is saved on the way, also without JavaScript.
 */
export function EvidenceSection({ task }: { task: TaskView }) {
  const { evidence, reusable } = task;
  return (
    <Disclosure summary={m.evidence_title()} count={evidence.length}>
      <p className="text-sm text-ink-muted">{m.evidence_section_hint()}</p>
      <EvidenceList
        items={evidence}
        more={({ id, note }) => (
          <button
            type="submit"
            name="intent"
            value={CHANGE_EVIDENCE + id}
            className="link min-h-11 text-sm"
            aria-label={m.evidence_change_what({ note })}
          >
            {m.evidence_change()}
          </button>
        )}
      />
      <div className="mt-3 flex flex-wrap gap-3">
        <Button name="intent" value="evidence" variant="secondary">
          {m.evidence_add()}
        </Button>
        {reusable > 0 ? (
          <Button name="intent" value="reuse" variant="quiet">
            {m.evidence_reuse()}
          </Button>
        ) : null}
      </div>
    </Disclosure>
  );
}
