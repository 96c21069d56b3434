import { Form, useNavigation } from "@remix-run/react";
import { Fragment, type ReactNode, useRef } from "react";
import { m } from "~/i18n/messages";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { ActionBar } from "../assess-layout/action-bar";
import { OwnQuestions } from "../assess-layout/own-questions";
import { Choice } from "./choice";
import type { Conflict, FunctionView } from "./function-view.server";
import { Grounds } from "./grounds";
import { LevelKeys } from "./level-keys";
import { PassLink } from "./pass-link";
import { RoundFeedbackBlock } from "./round-feedback";
import { SaveState } from "./save-state";
import { useAutosave } from "./use-autosave";

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
  workshop: () => m.saving_workshop(),
};

/**
 * One function: the question, the levels, and what goes with the choice. Works as a plain form. When it can no longer
 * be saved it stays as it was filled in, to be copied, without its buttons.
 */
export function JudgmentForm({ conflict, ...fields }: JudgmentFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { restored, save, entry, state, onChange, onBlur } = useAutosave(form, fields.view);
  const given = restored ? { ...fields, values: restored } : fields;
  return (
    <>
      <BackLink href="/assess">{m.assess_to_list()}</BackLink>
      <ErrorSummary errors={fields.errors} />
      {conflict ? (
        <Notice tone="error" live title={m.assess_conflict_title()} className="mb-6">
          {CONFLICTS[conflict]()}
        </Notice>
      ) : null}
      <FunctionHeader view={fields.view} />
      <RoundFeedbackBlock round={fields.view.round} />
      {conflict ? null : <OwnQuestions html={fields.view.questions} />}
      <Form ref={form} method="post" noValidate autoComplete="off" onChange={onChange} onBlur={onBlur}>
        {Object.entries(save).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {/* The Enter key presses the first button: saving, and none of those further down. */}
        {conflict ? null : <button type="submit" name="intent" value="next" hidden />}
        <LevelKeys form={form} levels={fields.view.levels.length} />
        <Fragment key={restored ? "restored" : "stored"}>
          <Choice {...given} />
          <Grounds {...given} />
        </Fragment>
        {conflict ? null : <SaveButtons state={<SaveState entry={entry} state={state} />} />}
      </Form>
      {conflict || fields.view.task.judged || fields.view.total === 1 ? null : (
        <PassLink functionKey={fields.view.task.key} />
      )}
    </>
  );
}

function FunctionHeader({ view }: { view: FunctionView }) {
  const { task, total, question, definition, evidenceExamples, informant } = view;
  return (
    <>
      <PageHeader
        className="mb-3! [&_h1]:text-xl md:[&_h1]:text-2xl"
        kicker={[view.round?.kicker, m.assess_position({ number: task.number, total }), task.name]
          .filter(Boolean)
          .join(" · ")}
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

function SaveButtons({ state }: { state: ReactNode }) {
  const saving = useNavigation().state === "submitting";
  return (
    <>
      <ActionBar>
        {state}
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
