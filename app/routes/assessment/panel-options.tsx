import { m } from "~/i18n/messages";
import { CheckboxField } from "~/ui/checkbox-field";
import type { FieldErrors } from "~/ui/form-errors";
import { RadioField } from "~/ui/radio-field";
import { GOALS } from "./goals";

type PanelOptionsProps = {
  values: Record<string, string>;
  errors?: FieldErrors;
  /** The consensus that was agreed, where it can no longer be chosen. */
  fixedGoal?: keyof typeof GOALS;
};

/** What the consultant allows the panel, and when the panel has agreed. */
export function PanelOptions({ values, errors, fixedGoal }: PanelOptionsProps) {
  const box = (name: "showPrevious" | "mayReopen") => ({
    name,
    error: errors?.[name],
    defaultChecked: values[name] !== undefined,
    className: "",
  });
  return (
    <>
      <fieldset className="field">
        <legend className="field-label">{m.consultant_options()}</legend>
        <CheckboxField
          {...box("showPrevious")}
          label={m.consultant_options_previous()}
          hint={m.consultant_options_previous_hint()}
        />
        <CheckboxField
          {...box("mayReopen")}
          label={m.consultant_options_reopen()}
          hint={m.consultant_options_reopen_hint()}
        />
      </fieldset>
      {values.consensusGoal ? (
        <RadioField
          name="consensusGoal"
          label={m.consultant_goal()}
          hint={m.consultant_goal_hint()}
          error={errors?.consensusGoal}
          defaultValue={values.consensusGoal}
          options={Object.entries(GOALS).map(([value, { label, about }]) => ({
            value,
            label: label(),
            hint: about(),
          }))}
        />
      ) : null}
      {fixedGoal ? <FixedGoal goal={fixedGoal} /> : null}
    </>
  );
}

function FixedGoal({ goal }: { goal: keyof typeof GOALS }) {
  const { label, about } = GOALS[goal];
  return (
    <div className="field">
      <p className="field-label">{m.consultant_goal()}</p>
      <p>
        <span className="font-semibold">{label()}.</span> {about()}
      </p>
      <p className="field-hint">{m.consultant_goal_fixed()}</p>
    </div>
  );
}
