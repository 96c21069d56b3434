import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { m } from "~/i18n/messages";
import { CompanyForm } from "~/routes/company/company-form";
import { companySchema } from "~/routes/company/company-schema";
import { countryOptions } from "~/routes/company/countries";
import { INDUSTRIES } from "~/routes/company/industries";
import { requireManagedCompany } from "~/routes/company/managed";
import { Button, ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { editCompany, readTags } from "~/use-cases/companies";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? m.consultant_company_edit_of(args.data.values) : m.consultant_company_edit(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, company } = await requireManagedCompany(args);
  const { id, name, industry, country, size, offering } = company;
  const tags = readTags(visit.context, id).join(", ");
  return { id, values: { name, industry, country, size, offering, tags }, countries: countryOptions() };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, company } = await requireManagedCompany(args);
  const form = await readForm(args, companySchema(company.industry));
  if (!form.ok) return form.refuse();
  editCompany(visit.context, company.id, form.value);
  return redirectSaying(args, `/companies/${company.id}`, m.consultant_saved());
}

export default function EditCompany() {
  const { id, values, countries } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const listed = INDUSTRIES.some((key) => key === values.industry);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: `/companies/${id}`, label: values.name },
        ]}
        title={m.consultant_company_edit()}
      />
      <CompanyForm
        values={state?.values ?? values}
        errors={state?.errors}
        countries={countries}
        keptIndustry={listed ? undefined : values.industry}
      >
        <Button>{m.consultant_save()}</Button>
        <ButtonLink href={`/companies/${id}`} variant="quiet">
          {m.consultant_cancel()}
        </ButtonLink>
      </CompanyForm>
      <section className="mt-14 grid max-w-measure justify-items-start gap-3 border-t border-line pt-6">
        <h2 className="text-lg">{m.consultant_company_delete()}</h2>
        <p className="text-ink-muted">{m.consultant_company_delete_about()}</p>
        <ButtonLink href={`/companies/${id}/delete`} variant="secondary">
          {m.consultant_company_delete_ask()}
        </ButtonLink>
      </section>
    </>
  );
}
