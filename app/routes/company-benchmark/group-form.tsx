import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { SIZES } from "~/routes/company/company-facts";
import { industryLabel } from "~/routes/company/industries";
import { Button } from "~/ui/button";
import { FilterSelect } from "~/ui/filter-select";
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
      <FilterSelect
        any={m.compare_benchmark_any()}
        name="industry"
        label={m.consultant_industry()}
        value={group.industry}
        options={industries.map((value) => ({ value, label: industryLabel(value) }))}
      />
      <FilterSelect
        any={m.compare_benchmark_any()}
        name="size"
        label={m.consultant_size()}
        value={group.size}
        options={sizes.map((value) => ({ value, label: SIZES[value].label() }))}
      />
      <Button variant="secondary">{m.compare_benchmark_show()}</Button>
    </Form>
  );
}
