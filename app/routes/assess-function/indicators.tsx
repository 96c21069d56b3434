import { type FormEvent, useState } from "react";
import { m } from "~/i18n/messages";
import { Disclosure } from "~/ui/disclosure";
import { RadioField } from "~/ui/radio-field";
import { answerWord } from "../assess-layout/words";
import { indicatorField } from "./fields";
import type { JudgmentFieldsProps } from "./judgment-form";

/** The function's indicators, folded; open when something is wrong in them. */
export function Indicators({ view, values, errors }: JudgmentFieldsProps) {
  const { indicators } = view.task;
  const fields = indicators.map(({ key, text }) => ({ name: indicatorField(key), text }));
  const [answered, setAnswered] = useState(() => fields.filter(({ name }) => values[name]).length);
  if (fields.length === 0) return null;
  const count = (event: FormEvent<HTMLElement>) =>
    setAnswered(event.currentTarget.querySelectorAll("input:checked").length);
  const options = view.answers.map((answer) => ({ value: answer, label: answerWord(answer) }));
  return (
    <Disclosure
      summary={m.assess_indicators()}
      count={m.assess_indicators_answered({ answered, total: fields.length })}
      open={fields.some(({ name }) => errors[name]?.length)}
    >
      <div onChange={count}>
        <p className="mb-5 text-sm text-ink-muted">{m.assess_indicators_hint()}</p>
        {fields.map(({ name, text }) => (
          <RadioField
            key={name}
            name={name}
            label={<span className="font-normal">{text}</span>}
            error={errors[name]}
            options={options}
            defaultValue={values[name]}
            className="[&_.choices]:grid-cols-2 sm:[&_.choices]:grid-cols-4"
          />
        ))}
      </div>
    </Disclosure>
  );
}
