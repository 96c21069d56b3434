import { Form, useNavigation } from "@remix-run/react";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import type { FieldErrors } from "~/ui/form-errors";
import { LevelRadioField } from "~/ui/level-radio-field";
import { RadioField } from "~/ui/radio-field";
import { NO_LEVEL } from "../assess-function/fields";
import { ActionBar } from "../assess-layout/action-bar";
import { confidenceWord, reasonWord } from "../assess-layout/words";
import type { VoteView } from "./seat-view.server";

export type VoteFormProps = {
  vote: VoteView;
  /** What stands in the fields: as sent, or as typed and refused. */
  values: Record<string, string>;
  errors: FieldErrors | null;
};

/** The blind vote: the levels, "I cannot judge", how sure; a plain form. */
export function VoteForm({ vote, values, errors }: VoteFormProps) {
  const sending = useNavigation().state === "submitting";
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="vote" value={vote.id} />
      <Levels vote={vote} values={values} errors={errors ?? {}} />
      <div className="mt-7 [form:has([name=level][value=none]:checked)_&]:hidden">
        <RadioField
          name="confidence"
          label={m.workshop_seat_confidence()}
          error={errors?.confidence}
          required={false}
          inline
          options={vote.confidences.map((step) => ({ value: String(step), label: confidenceWord(step) }))}
          defaultValue={values.confidence}
        />
      </div>
      <ActionBar>
        <Button className="w-full sm:w-auto" disabled={sending}>
          {sending ? m.workshop_seat_sending() : vote.own ? m.workshop_seat_change() : m.workshop_seat_vote()}
        </Button>
      </ActionBar>
    </Form>
  );
}

function Levels({ vote, values, errors }: VoteFormProps & { errors: FieldErrors }) {
  const chosen = vote.levels.find(({ level }) => String(level) === values.level);
  return (
    <>
      <LevelRadioField
        name="level"
        label={m.assess_level_label({ company: vote.company, date: formatDate(vote.asOf) })}
        error={errors.level}
        options={vote.levels}
        defaultValue={chosen?.level}
        apart={{ value: NO_LEVEL, label: m.assess_cannot(), checked: values.level === NO_LEVEL }}
      />
      <div className="mt-2 ml-9 [form:not(:has([name=level][value=none]:checked))_&]:hidden">
        <RadioField
          name="cannotJudge"
          label={m.assess_cannot_reason()}
          error={errors.cannotJudge}
          options={vote.reasons.map((reason) => ({ value: reason, label: reasonWord(reason) }))}
          defaultValue={values.cannotJudge}
        />
      </div>
    </>
  );
}
