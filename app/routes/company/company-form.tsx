import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { labelledErrors } from "~/ui/labelled-errors";
import { RadioField } from "~/ui/radio-field";
import { SelectField, type SelectOption } from "~/ui/select-field";
import { TextField } from "~/ui/text-field";
import { OFFERINGS, SIZES } from "./company-facts";
import { INDUSTRIES, industryLabel } from "./industries";
import { LONGEST_TAG, MOST_TAGS } from "./tags";

export type CompanyFormProps = {
  values: Record<string, string>;
  errors?: FieldErrors;
  countries: SelectOption[];
  /** An industry that is not in the list but stored with the company. */
  keptIndustry?: string;
  /** The buttons. */
  children: ReactNode;
};

/** What is known of a company; the same form for a new one and for changing it. */
export function CompanyForm({ values, errors, countries, keptIndustry, children }: CompanyFormProps) {
  const industries = INDUSTRIES.map((key) => ({ value: key as string, label: industryLabel(key) }));
  const labels = {
    name: m.consultant_company_name(),
    industry: m.consultant_industry(),
    country: m.consultant_country(),
    size: m.consultant_size(),
    offering: m.consultant_offering(),
    tags: m.company_tags(),
  };
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    defaultValue: values[name],
    error: errors?.[name],
  });
  const kept = keptIndustry ? [{ value: keptIndustry, label: keptIndustry }] : [];
  return (
    <Form method="post" noValidate className="max-w-measure">
      <ErrorSummary errors={labelledErrors(errors, labels)} />
      <TextField {...field("name")} autoComplete="off" />
      <SelectField
        {...field("industry")}
        placeholder={m.consultant_industry_choose()}
        options={[...kept, ...industries]}
      />
      <SelectField {...field("country")} options={countries} />
      <RadioField
        {...field("size")}
        hint={m.consultant_size_about()}
        options={Object.entries(SIZES).map(([value, { label, hint }]) => ({
          value,
          label: label(),
          hint: hint(),
        }))}
      />
      <RadioField
        {...field("offering")}
        inline
        options={Object.entries(OFFERINGS).map(([value, label]) => ({ value, label: label() }))}
      />
      <TextField
        {...field("tags")}
        hint={m.company_tags_hint({ most: MOST_TAGS, max: LONGEST_TAG })}
        required={false}
        autoComplete="off"
      />
      <div className="mt-9 flex flex-wrap gap-3">{children}</div>
    </Form>
  );
}
