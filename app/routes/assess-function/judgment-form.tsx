import { Form, useNavigation } from "@remix-run/react";
import { useRef } from "react";
import { m } from "~/i18n/messages";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { ActionBar } from "../assess-layout/action-bar";
import { Choice } from "./choice";
import type { Conflict, FunctionView } from "./function-view.server";
import { Grounds } from "./grounds";
import { LevelKeys } from "./level-keys";
import { useUnsavedGuard } from "./unsaved-guard";

export type JudgmentFieldsProps = {
  view: FunctionView;
  /** What stands in the fields: as saved, or as typed and refused. */
  values: Record<string, string>;
  errors: FieldErrors;
};

export type JudgmentFormProps = JudgmentFieldsProps & { conflict: Conflict | null };

const CONFLICTS: Record<Conflict, () => string> = {
  closed: () => m.assess_conflict_closed(),
  submitted: () => m.assess_conflict_submitted(),
  seat: () => m.assess_conflict_seat(),
};

/**
 * One function: the question, the levels, and what goes with the choice. Works as a plain form. When it can no longer
 * be saved it stays as it was filled in, to be copied, without its buttons.
 */
export function JudgmentForm({ conflict, ...fields }: JudgmentFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const markChanged = useUnsavedGuard();
  return (
    <>
      <BackLink href="/assess">{m.assess_to_list()}</BackLink>
      <ErrorSummary
        errors={fields.errors}
        title={fields.errors[""] ? m.assess_not_sent_title() : undefined}
      />
      {conflict ? (
        <Notice tone="error" live title={m.assess_conflict_title()} className="mb-6">
          {CONFLICTS[conflict]()}
        </Notice>
      ) : null}
      <FunctionHeader view={fields.view} />
      <Form ref={form} method="post" noValidate onChange={markChanged}>
        <LevelKeys form={form} levels={fields.view.levels.length} />
        <Choice {...fields} />
        <Grounds {...fields} />
        {conflict ? null : <SaveButtons />}
      </Form>
    </>
  );
}

function FunctionHeader({ view }: { view: FunctionView }) {
  const { task, total, question, definition, evidenceExamples, informant } = view;
  return (
    <>
      <PageHeader
        className="mb-3! [&_h1]:text-xl md:[&_h1]:text-2xl"
        kicker={`${m.assess_position({ number: task.number, total })} · ${task.name}`}
        title={question}
      />
      <p className="mb-5 text-ink-muted">{definition}</p>
      <Disclosure summary={m.assess_help_to_judge()} className="mb-8">
        <p className="font-semibold">{m.assess_evidence_examples()}</p>
        <ul className="mt-1 grid list-disc gap-1 pl-5 marker:text-ink-muted">
          {evidenceExamples.map((example) => (
            <li key={example}>{example}</li>
          ))}
        </ul>
        <p className="mt-4 font-semibold">{m.assess_informant()}</p>
        <p className="mt-1">{informant}</p>
      </Disclosure>
    </>
  );
}

/** The first button is the one that the Enter key presses. */
function SaveButtons() {
  const saving = useNavigation().state === "submitting";
  return (
    <>
      <ActionBar>
        <Button name="intent" value="next" className="w-full sm:w-auto">
          {saving ? m.assess_saving() : m.assess_save_next()}
        </Button>
      </ActionBar>
      <Button name="intent" value="list" variant="quiet" className="w-full sm:-mx-3 sm:w-auto">
        {m.assess_save_list()}
      </Button>
    </>
  );
}
