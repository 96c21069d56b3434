export type FilterSelectProps = {
  name: string;
  label: string;
  /** What the first choice is called, which asks for nothing. */
  any: string;
  options: readonly { value: string; label: string }[];
  value: string | number | null;
};

/** A choice that narrows a list. No form field of the usual kind: nothing here is required, and nothing can be wrong. */
export function FilterSelect({ name, label, any, options, value }: FilterSelectProps) {
  return (
    <label className="grid min-w-0 gap-1">
      <span className="text-sm font-semibold">{label}</span>
      <select name={name} className="control control-select control-full" defaultValue={value ?? ""}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
