import { m } from "~/i18n/messages";
import { industryLabel } from "~/routes/company/industries";
import { FieldError } from "~/ui/field";
import { fieldId } from "~/ui/form-errors";
import { StatusTag } from "~/ui/status-tag";
import type { Choosable } from "~/use-cases/choose-companies";

type CompanyChoiceProps = {
  companies: Choosable[];
  total: number;
  values: Record<string, string>;
  error?: string[] | null;
};

/** One box a company, each with a name of its own, so that all that were ticked come back after a refusal. */
export function CompanyChoice({ companies, total, values, error }: CompanyChoiceProps) {
  const id = fieldId("company");
  const shown = companies.length;
  if (shown === 0) return <p className="my-7 text-ink-muted">{m.waves_open_none()}</p>;
  return (
    <fieldset className="field" aria-describedby={error?.length ? `${id}-hint ${id}-error` : `${id}-hint`}>
      <legend className="field-label">{m.waves_open_companies()}</legend>
      <p id={`${id}-hint`} className="field-hint">
        {total > shown ? m.waves_open_part({ shown, total }) : m.waves_open_listed({ count: total })}{" "}
        {m.waves_open_filter_keeps()}
      </p>
      <FieldError id={id} error={error} />
      <div className="choice my-2">
        <input type="checkbox" id={id} name="all" defaultChecked={values.all !== undefined} />
        <label htmlFor={id} className="font-semibold">
          {m.waves_open_all({ count: shown })}
        </label>
      </div>
      <div className="max-h-112 overflow-y-auto rounded-xl border border-line bg-surface px-4 py-2">
        <div className="choices lg:grid-cols-2 lg:gap-x-6">
          {companies.map(({ id: companyId, name, industry, busy }) => (
            <div key={companyId} className="choice">
              <input
                type="checkbox"
                id={`${id}-${companyId}`}
                name={`company.${companyId}`}
                defaultChecked={values[`company.${companyId}`] !== undefined}
              />
              <label htmlFor={`${id}-${companyId}`}>
                {name} <span className="text-sm text-ink-muted">{industryLabel(industry)}</span>{" "}
                {busy ? <StatusTag tone="attention">{m.waves_open_busy()}</StatusTag> : null}
              </label>
            </div>
          ))}
        </div>
      </div>
    </fieldset>
  );
}
