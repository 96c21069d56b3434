import { type FormEvent, useState } from "react";
import { m } from "~/i18n/messages";
import { Disclosure } from "~/ui/disclosure";
import { LevelChip } from "~/ui/level-chip";
import { RadioField } from "~/ui/radio-field";
import { answerWord } from "../assess-layout/words";
import { indicatorField } from "./fields";
import type { JudgmentFieldsProps } from "./judgment-form";

/** The function's indicators by the level that first takes them, folded; open when something is wrong in them. */
export function Indicators({ view, values, errors }: JudgmentFieldsProps) {
  const { levels, task } = view;
  const fields = task.indicators.map((indicator) => ({ ...indicator, name: indicatorField(indicator.key) }));
  const [answered, setAnswered] = useState(() => fields.filter(({ name }) => values[name]).length);
  if (fields.length === 0) return null;
  const count = (event: FormEvent<HTMLElement>) =>
    setAnswered(event.currentTarget.querySelectorAll("input:checked").length);
  return (
    <Disclosure
      summary={m.assess_indicators()}
      count={m.assess_indicators_answered({ answered, total: fields.length })}
      open={fields.some(({ name }) => errors[name]?.length)}
    >
      <div onChange={count} className="grid gap-8">
        <p className="text-sm text-ink-muted">{m.assess_indicators_hint()}</p>
        {levels.map(({ level, name: levelName }) => {
          const group = fields.filter((field) => field.level === level);
          if (group.length === 0) return null;
          return (
            <fieldset key={level} className="min-w-0">
              <legend className="mb-3">
                <LevelChip level={level} levels={levels.length} name={levelName} size="small" />
              </legend>
              {group.map(({ name, text }) => (
                <Indicator key={name} name={name} text={text} {...{ view, values, errors }} />
              ))}
            </fieldset>
          );
        })}
      </div>
    </Disclosure>
  );
}

function Indicator({
  view,
  values,
  errors,
  name,
  text,
}: JudgmentFieldsProps & { name: string; text: string }) {
  return (
    <RadioField
      name={name}
      label={<span className="font-normal">{text}</span>}
      error={errors[name]}
      options={view.answers.map((answer) => ({ value: answer, label: answerWord(answer) }))}
      defaultValue={values[name]}
      className="[&_.choices]:grid-cols-2 sm:[&_.choices]:grid-cols-4"
    />
  );
}
