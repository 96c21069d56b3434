import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Files } from "~/routes/company/files-section";
import { filesView } from "~/routes/company/files-view.server";
import { requireManagedCompany } from "~/routes/company/managed";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { changeFiles } from "./files-action.server";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? m.company_files_title(args.data) : "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, company } = await requireManagedCompany(args);
  const { id, name } = company;
  return { id, name, view: filesView(visit.context, id) };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, company } = await requireManagedCompany(args);
  return changeFiles(args, visit.context, company.id);
}

/** The files of a company; also where one that was refused is chosen again. */
export default function CompanyFiles() {
  const { id, name, view } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary errors={state?.errors} />
      <PageHeader
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: `/companies/${id}`, label: name },
        ]}
        title={m.company_files_title({ name })}
        lead={m.company_files_lead()}
      />
      <Files companyId={id} view={view} errors={state?.errors} />
    </>
  );
}
