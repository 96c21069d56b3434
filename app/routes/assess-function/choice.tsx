import { m } from "~/i18n/messages";
import { LevelRadioField } from "~/ui/level-radio-field";
import { RadioField } from "~/ui/radio-field";
import { reasonWord } from "../assess-layout/words";
import { NO_LEVEL } from "./fields";
import type { JudgmentFieldsProps } from "./judgment-form";

/** The levels and, set apart, "I cannot judge": one group, so that nobody can choose both. */
export function Choice({ view, values, errors }: JudgmentFieldsProps) {
  const { levels, reasons, company, asOf } = view;
  const chosen = levels.find(({ level }) => String(level) === values.level);
  return (
    <>
      <LevelRadioField
        name="level"
        label={m.assess_level_label({ company, date: asOf })}
        hint={m.assess_level_hint()}
        error={errors.level}
        options={levels}
        defaultValue={chosen?.level}
        apart={{ value: NO_LEVEL, label: m.assess_cannot(), checked: values.level === NO_LEVEL }}
      />
      {/* Shown once it is asked for; a browser that does not know :has() shows it always. */}
      <div className="mt-2 ml-9 [form:not(:has([name=level][value=none]:checked))_&]:hidden">
        <RadioField
          name="cannotJudge"
          label={m.assess_cannot_reason()}
          error={errors.cannotJudge}
          options={reasons.map((reason) => ({ value: reason, label: reasonWord(reason) }))}
          defaultValue={values.cannotJudge}
        />
      </div>
    </>
  );
}
