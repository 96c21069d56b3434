import { formatPercent } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { kindWord } from "~/report/evidence-words";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { ProgressBar } from "~/ui/progress-bar";
import { RadioField } from "~/ui/radio-field";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";
import { ActionBar } from "../assess-layout/action-bar";
import { FileField } from "./file-field";
import type { EvidenceFormView } from "./form-view.server";
import { FunctionBoxes } from "./function-boxes";
import { useSend } from "./use-send";

export type EvidenceFormProps = {
  view: EvidenceFormView;
  /** Where the form is sent by script, which answers in JSON. */
  uploadTo: string;
  /** What came back with a refused form; null before one was sent. */
  state: { values: Record<string, string>; errors: FieldErrors } | null;
  /** Whether anything can be saved; if not, what was typed stays to be copied. */
  editable: boolean;
};

/** The form of one piece of evidence, a plain multipart form. */
export function EvidenceForm({ view, uploadTo, state, editable }: EvidenceFormProps) {
  const { share, errors: sent, onSubmit } = useSend(uploadTo, view);
  const values = state?.values ?? view.saved;
  const errors = sent ?? state?.errors ?? {};
  return (
    <>
      <ErrorSummary errors={errors} title={errors[""] ? m.evidence_not_sent_title() : undefined} />
      <form method="post" encType="multipart/form-data" noValidate onSubmit={onSubmit}>
        <TextFields view={view} values={values} errors={errors} />
        <FunctionBoxes functions={view.functions} values={values} errors={errors} />
        {/* The last field, so that whatever else was typed has arrived before it. */}
        <FileField view={view} error={errors.file} />
        {editable ? (
          <ActionBar>
            {share === null ? null : (
              <ProgressBar
                className="mb-3"
                value={Math.round(share * 100)}
                max={100}
                label={m.evidence_sending({ share: formatPercent(share) })}
              />
            )}
            <Button className="w-full sm:w-auto" aria-disabled={share !== null || undefined}>
              {share === null ? m.evidence_save() : m.evidence_saving()}
            </Button>
          </ActionBar>
        ) : null}
      </form>
    </>
  );
}

type FieldsProps = { view: EvidenceFormView; values: Record<string, string>; errors: FieldErrors };

function TextFields({ view, values, errors }: FieldsProps) {
  const hints = {
    observation: m.evidence_kind_observation_hint(),
    interview: m.evidence_kind_interview_hint(),
    document: m.evidence_kind_document_hint(),
    data: m.evidence_kind_data_hint(),
  };
  return (
    <>
      <RadioField
        name="kind"
        label={m.evidence_kind()}
        error={errors.kind}
        options={view.kinds.map((kind) => ({ value: kind, label: kindWord(kind), hint: hints[kind] }))}
        defaultValue={values.kind}
      />
      <TextArea
        name="note"
        label={m.evidence_note()}
        hint={m.evidence_note_hint()}
        error={errors.note}
        maxCharacters={view.longestNote}
        rows={4}
        defaultValue={values.note}
      />
      <DateField
        name="date"
        label={m.evidence_date()}
        hint={m.evidence_date_hint()}
        error={errors.date}
        required={false}
        max={view.today}
        defaultValue={values.date}
      />
      <TextField
        name="source"
        label={m.evidence_source()}
        hint={m.evidence_source_hint()}
        error={errors.source}
        required={false}
        defaultValue={values.source}
      />
      <TextField
        name="link"
        type="url"
        inputMode="url"
        spellCheck={false}
        label={m.evidence_link()}
        hint={m.evidence_link_hint()}
        error={errors.link}
        required={false}
        defaultValue={values.link}
      />
    </>
  );
}
