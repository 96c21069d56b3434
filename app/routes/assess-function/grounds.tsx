import { m } from "~/i18n/messages";
import { RadioField } from "~/ui/radio-field";
import { TextArea } from "~/ui/text-area";
import { confidenceWord } from "../assess-layout/words";
import { EvidenceSection } from "./evidence-section";
import { Indicators } from "./indicators";
import type { JudgmentFieldsProps } from "./judgment-form";
import { LiveContradiction } from "./live-contradiction";
import { WhyChanged } from "./round-feedback";

/** What the choice rests on: indicators, confidence, reason, evidence. None of it is required. */
export function Grounds({ view, values, errors }: JudgmentFieldsProps) {
  const { task, confidences, longestNote } = view;
  return (
    <div className="mt-8 grid gap-8">
      <div>
        <Fold html={view.help.differences} />
        <Indicators view={view} values={values} errors={errors} />
        <Fold html={view.help.previous} />
        <LiveContradiction indicators={task.indicators} values={values} />
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
        label={
          <>
            {m.assess_rationale()}
            <WhyChanged round={view.round} />
          </>
        }
        hint={view.round?.reason?.hint ?? m.assess_rationale_hint()}
        error={errors.rationale}
        required={false}
        maxCharacters={longestNote}
        rows={5}
        defaultValue={values.rationale}
      />
      <EvidenceSection task={task} />
    </div>
  );
}

/** Help that is drawn on the server only, folded. */
function Fold({ html }: { html: string | null }) {
  if (!html) return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by React on the server, which escapes every text
  return <details className="disclosure" dangerouslySetInnerHTML={{ __html: html }} />;
}
