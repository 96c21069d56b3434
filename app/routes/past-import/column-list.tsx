import { m } from "~/i18n/messages";
import { fieldId } from "~/ui/form-errors";
import type { Check } from "./steps.server";

/** Every column of the table with its first values and the choice of what it holds. */
export function ColumnList({ columns, functions }: Pick<Check, "columns" | "functions">) {
  return (
    <ul className="border-t border-line">
      {columns.map(({ name, role, values }, index) => {
        const id = fieldId(`role-${index}`);
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places, and names may repeat
            key={index}
            className="grid gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_22rem] sm:items-center"
          >
            <div className="min-w-0">
              <label htmlFor={id} className="font-semibold wrap-anywhere">
                {name || m.import_column_unnamed({ number: index + 1 })}
                <span className="sr-only">: {m.import_holds()}</span>
              </label>
              <p id={`${id}-hint`} className="truncate text-sm text-ink-muted">
                <span className="sr-only">{m.import_first_values()}: </span>
                {values.join(" · ") || "–"}
              </p>
            </div>
            <select
              id={id}
              name={`role-${index}`}
              defaultValue={role}
              aria-describedby={`${id}-hint`}
              className="control control-select w-full"
            >
              <RoleOptions functions={functions} />
            </select>
          </li>
        );
      })}
    </ul>
  );
}

function RoleOptions({ functions }: Pick<Check, "functions">) {
  return (
    <>
      <option value="ignore">{m.import_role_ignore()}</option>
      <option value="asOf">{m.import_role_as_of()}</option>
      <option value="title">{m.import_role_title()}</option>
      <option value="assessor">{m.import_role_assessor()}</option>
      <option value="perspective">{m.import_role_perspective()}</option>
      <option value="confidence">{m.import_role_confidence()}</option>
      <option value="rationale">{m.import_role_rationale()}</option>
      <optgroup label={m.import_group_long()}>
        <option value="function">{m.import_role_function()}</option>
        <option value="level">{m.import_role_level()}</option>
      </optgroup>
      <optgroup label={m.import_group_wide()}>
        {functions.map(({ key, name }) => (
          <option key={key} value={`fn:${key}`}>
            {m.import_role_level_of({ function: name })}
          </option>
        ))}
      </optgroup>
    </>
  );
}
