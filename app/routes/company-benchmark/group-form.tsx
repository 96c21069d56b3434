import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { SIZES } from "~/routes/company/company-facts";
import { industryLabel } from "~/routes/company/industries";
import { Button } from "~/ui/button";
import type { Company } from "~/use-cases/companies";
import type { PeerGroup } from "~/use-cases/read-benchmark";

type GroupFormProps = { group: PeerGroup; industries: string[]; sizes: Company["size"][] };

/** Narrows the group. A plain form that asks for another address. */
export function GroupForm({ group, industries, sizes }: GroupFormProps) {
  return (
    <Form
      method="get"
      className="benchmark-group print-hidden"
      key={`${group.industry} ${group.size}`}
      aria-label={m.compare_benchmark_group()}
    >
      <Choice
        name="industry"
        label={m.consultant_industry()}
        value={group.industry}
        options={industries.map((value) => ({ value, label: industryLabel(value) }))}
      />
      <Choice
        name="size"
        label={m.consultant_size()}
        value={group.size}
        options={sizes.map((value) => ({ value, label: SIZES[value].label() }))}
      />
      <Button variant="secondary">{m.compare_benchmark_show()}</Button>
    </Form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | null;
  options: { value: string; label: string }[];
};

/** No form field of the app's usual kind: nothing here is required, and nothing can be wrong. */
function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <label className="grid min-w-0 gap-1">
      <span className="text-sm font-semibold">{label}</span>
      <select name={name} className="control control-select control-full" defaultValue={value ?? ""}>
        <option value="">{m.compare_benchmark_any()}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
