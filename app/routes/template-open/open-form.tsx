import { Form, useLocation } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField } from "~/ui/checkbox-field";
import { DateField } from "~/ui/date-field";
import type { FieldErrors } from "~/ui/form-errors";
import { TextField } from "~/ui/text-field";
import type { Choosable } from "~/use-cases/choose-companies";
import { CompanyChoice } from "./company-choice";

export const openLabels = () => ({
  title: m.consultant_assessment_title(),
  asOf: m.consultant_as_of_label(),
  deadline: m.consultant_deadline(),
});

type OpenFormProps = {
  companies: Choosable[];
  total: number;
  /** How many people the template's panel has. */
  members: number;
  mailServer: boolean;
  values: Record<string, string>;
  errors?: FieldErrors;
};

/** For which companies, under what title, for which dates; posted to the same view, so that "all" means its list. */
export function OpenForm({ companies, total, members, mailServer, values, errors }: OpenFormProps) {
  const { pathname, search } = useLocation();
  const labels = openLabels();
  const field = (name: keyof typeof labels) => ({
    ...{ name, label: labels[name], defaultValue: values[name] },
    error: errors?.[name],
  });
  return (
    <Form method="post" action={pathname + search} key={search} noValidate>
      <CompanyChoice companies={companies} total={total} values={values} error={errors?.company} />
      <div className="mt-8 max-w-measure">
        <TextField {...field("title")} autoComplete="off" />
        <div className="my-7 grid gap-x-6 gap-y-7 sm:grid-cols-2 [&>.field]:mt-0 [&>.field]:content-end">
          <DateField {...field("asOf")} hint={m.consultant_as_of_hint()} />
          <DateField {...field("deadline")} hint={m.consultant_deadline_hint()} required={false} />
        </div>
        {members > 0 ? (
          <CheckboxField
            name="open"
            label={m.waves_open_now()}
            hint={mailServer ? m.waves_open_now_hint() : m.waves_open_now_outbox()}
            defaultChecked={values.open !== undefined}
            error={errors?.open}
          />
        ) : (
          <p className="text-ink-muted">{m.waves_empty_panel()}.</p>
        )}
        <div className="mt-9 flex flex-wrap gap-3">
          <Button>{m.waves_open_do()}</Button>
          <ButtonLink href="/templates" variant="quiet">
            {m.consultant_cancel()}
          </ButtonLink>
        </div>
      </div>
    </Form>
  );
}
