import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldGroup, type FieldProps } from "./field";
import { fieldId } from "./form-errors";

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode };

export type RadioFieldProps = FieldProps & {
  options: readonly RadioOption[];
  defaultValue?: string | null;
  /** Side by side where there is room; for two or three short answers. */
  inline?: boolean;
};

export function RadioField({ options, defaultValue, inline = false, ...field }: RadioFieldProps) {
  const { name, id = fieldId(name) } = field;
  return (
    <FieldGroup {...field}>
      <div className={classNames("choices", inline && "choices-inline")}>
        {options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${index + 1}`;
          return (
            <div key={option.value} className="choice">
              <input
                type="radio"
                id={optionId}
                name={name}
                value={option.value}
                defaultChecked={defaultValue === option.value}
                aria-describedby={option.hint ? `${optionId}-about` : undefined}
              />
              <label htmlFor={optionId}>{option.label}</label>
              {option.hint ? (
                <div id={`${optionId}-about`} className="choice-hint">
                  {option.hint}
                </div>
              ) : null}
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
