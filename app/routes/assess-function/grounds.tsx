import { m } from "~/i18n/messages";
import { RadioField } from "~/ui/radio-field";
import { TextArea } from "~/ui/text-area";
import { Contradiction } from "../assess-layout/contradiction";
import { confidenceWord } from "../assess-layout/words";
import { Indicators } from "./indicators";
import type { JudgmentFieldsProps } from "./judgment-form";

/** What the choice rests on: indicators, confidence, reason, evidence. None of it is required. */
export function Grounds({ view, values, errors }: JudgmentFieldsProps) {
  const { task, confidences, longestNote } = view;
  return (
    <div className="mt-8 grid gap-8">
      <div className="grid gap-4">
        <Contradiction task={task} />
        <Indicators view={view} values={values} errors={errors} />
      </div>
      <div className="[form:has([name=level][value=none]:checked)_&]:hidden">
        <RadioField
          name="confidence"
          label={m.assess_confidence()}
          error={errors.confidence}
          required={false}
          className="min-[22rem]:[&_.choices]:grid min-[22rem]:[&_.choices]:grid-cols-3 min-[22rem]:[&_.choices]:gap-x-2 sm:[&_.choices]:flex sm:[&_.choices]:gap-x-8"
          inline
          options={confidences.map((step) => ({ value: String(step), label: confidenceWord(step) }))}
          defaultValue={values.confidence}
        />
      </div>
      <TextArea
        name="rationale"
        label={m.assess_rationale()}
        hint={m.assess_rationale_hint()}
        error={errors.rationale}
        required={false}
        maxCharacters={longestNote}
        rows={5}
        defaultValue={values.rationale}
      />
      <TextArea
        name="evidence"
        label={m.assess_evidence_notes()}
        hint={m.assess_evidence_notes_hint()}
        error={errors.evidence}
        required={false}
        maxCharacters={longestNote}
        rows={3}
        defaultValue={values.evidence}
      />
    </div>
  );
}
