import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { requireCan } from "~/http/guards";
import { m } from "~/i18n/messages";
import { CompanyForm } from "~/routes/company/company-form";
import { companySchema } from "~/routes/company/company-schema";
import { countryOptions, HOME_COUNTRY } from "~/routes/company/countries";
import { Button, ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { createCompany } from "~/use-cases/companies";

export const meta: MetaFunction = (args) => titled(m.consultant_company_new(), args);

export async function loader(args: LoaderFunctionArgs) {
  await requireCan(args, "company:manage");
  return { countries: countryOptions(), country: HOME_COUNTRY };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await requireCan(args, "company:manage");
  const form = await readForm(args, companySchema());
  if (!form.ok) return form.refuse();
  const id = createCompany(context, form.value);
  return redirectSaying(args, `/companies/${id}`, m.consultant_company_created({ name: form.value.name }));
}

export default function NewCompany() {
  const { countries, country } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: "/companies", label: m.nav_companies() }]}
        title={m.consultant_company_new()}
        lead={m.consultant_company_new_lead()}
      />
      <CompanyForm values={state?.values ?? { country }} errors={state?.errors} countries={countries}>
        <Button>{m.consultant_company_create()}</Button>
        <ButtonLink href="/companies" variant="quiet">
          {m.consultant_cancel()}
        </ButtonLink>
      </CompanyForm>
    </>
  );
}
