import { m } from "~/i18n/messages";
import { FieldError } from "~/ui/field";
import { type FieldErrors, fieldId } from "~/ui/form-errors";
import { RadioField } from "~/ui/radio-field";

export type AskedFieldProps = {
  functions: { key: string; name: string }[];
  values: Record<string, string> | undefined;
  errors: FieldErrors | undefined;
};

/** All functions, or a list of boxes that shows once it is asked for; a browser without :has() shows it always. */
export function AskedField({ functions, values, errors }: AskedFieldProps) {
  const some = values?.asked === "some";
  return (
    <div className="mt-7">
      <RadioField
        name="asked"
        label={m.consultant_asked()}
        hint={m.consultant_asked_hint()}
        error={errors?.asked}
        inline
        defaultValue={some ? "some" : "all"}
        options={[
          { value: "all", label: m.consultant_asked_all() },
          { value: "some", label: m.consultant_asked_some() },
        ]}
      />
      <div className="mt-3 border-s-2 border-line ps-5 [form:not(:has([name=asked][value=some]:checked))_&]:hidden">
        <FunctionBoxes functions={functions} values={values} error={errors?.functions} />
      </div>
    </div>
  );
}

/** One box a function, each with a name of its own, so that all that were ticked come back after a refusal. */
function FunctionBoxes(props: Pick<AskedFieldProps, "functions" | "values"> & { error?: string[] | null }) {
  const { functions, values, error } = props;
  const id = fieldId("functions");
  return (
    <fieldset className="field" aria-describedby={error?.length ? `${id}-error` : undefined}>
      <legend className="field-label">{m.consultant_asked_which()}</legend>
      <FieldError id={id} error={error} />
      <div className="choices sm:grid-cols-2 sm:gap-x-6 lg:grid-cols-3">
        {functions.map(({ key, name }, index) => {
          const own = index === 0 ? id : `${id}-${key}`;
          return (
            <div key={key} className="choice">
              <input
                type="checkbox"
                id={own}
                name={`functions.${key}`}
                defaultChecked={values?.[`functions.${key}`] !== undefined}
              />
              <label htmlFor={own}>{name}</label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
