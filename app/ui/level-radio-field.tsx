import type { ReactNode } from "react";
import { FieldGroup, type FieldProps } from "./field";
import { fieldId } from "./form-errors";
import { levelClass } from "./level-scale";

export type LevelRadioOption = { level: number; name: string; descriptor: ReactNode };

export type LevelRadioFieldProps = FieldProps & {
  options: readonly LevelRadioOption[];
  defaultValue?: number | null;
  /** An answer set apart from the levels, such as "I cannot judge this". */
  apart?: { value: string; label: ReactNode; checked?: boolean };
};

/** One card a level: number, name and the full descriptor; the whole card is the target. */
export function LevelRadioField({ options, defaultValue, apart, ...field }: LevelRadioFieldProps) {
  const { name, id = fieldId(name) } = field;
  return (
    <FieldGroup {...field}>
      <div className="mt-2 grid gap-3">
        {options.map(({ level, name: levelName, descriptor }, index) => {
          const optionId = index === 0 ? id : `${id}-${index + 1}`;
          return (
            <label
              key={level}
              className={`level-card ${levelClass(level, options.length)}`}
              htmlFor={optionId}
            >
              <input
                type="radio"
                id={optionId}
                name={name}
                value={level}
                defaultChecked={defaultValue === level}
                aria-labelledby={`${optionId}-name`}
                aria-describedby={`${optionId}-about`}
              />
              <span className="level-card-number" aria-hidden="true">
                {level}
              </span>
              <span className="min-w-0">
                <span id={`${optionId}-name`} className="block font-bold">
                  <span className="sr-only">{level}. </span>
                  {levelName}
                </span>
                <span id={`${optionId}-about`} className="mt-1 block">
                  {descriptor}
                </span>
              </span>
            </label>
          );
        })}
      </div>
      {apart ? (
        <div className="mt-6 border-t border-line pt-4">
          <div className="choice">
            <input
              type="radio"
              id={`${id}-apart`}
              name={name}
              value={apart.value}
              defaultChecked={apart.checked}
            />
            <label htmlFor={`${id}-apart`}>{apart.label}</label>
          </div>
        </div>
      ) : null}
    </FieldGroup>
  );
}
