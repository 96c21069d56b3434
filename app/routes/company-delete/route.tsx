import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { m } from "~/i18n/messages";
import { ConfirmPage } from "~/routes/company/confirm-page";
import { requireManagedCompany } from "~/routes/company/managed";
import { titled } from "~/ui/titled";
import { removeCompany } from "~/use-cases/companies";
import { readLoss } from "~/use-cases/company-loss";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? m.consultant_company_delete_title(args.data) : m.consultant_company_delete(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, company } = await requireManagedCompany(args);
  return { id: company.id, name: company.name, loss: readLoss(visit.context, company.id) };
}

/** Removes the company at once: whoever posts here has seen the page, or removes the sample, which can come back. */
export async function action(args: ActionFunctionArgs) {
  const { visit, company } = await requireManagedCompany(args);
  removeCompany(visit.context, company.id);
  const { name, sample } = company;
  return redirectSaying(
    args,
    "/companies",
    sample ? m.consultant_sample_removed() : m.consultant_company_deleted({ name }),
  );
}

export default function DeleteCompany() {
  const { id, name, loss } = useLoaderData<typeof loader>();
  const lost = [
    m.consultant_loss_assessments({ count: loss.assessments }),
    m.consultant_loss_judgments({ count: loss.judgments }),
    m.consultant_loss_publications({ count: loss.publications }),
    m.consultant_loss_people({ count: loss.people }),
    m.company_loss_notes({ count: loss.notes }),
    m.company_loss_files({ count: loss.files }),
  ];
  return (
    <ConfirmPage
      breadcrumbs={[
        { href: "/companies", label: m.nav_companies() },
        { href: `/companies/${id}`, label: name },
      ]}
      title={m.consultant_company_delete_title({ name })}
      label={m.consultant_company_delete_confirm()}
      cancelHref={`/companies/${id}`}
    >
      <p>{m.consultant_company_delete_lost()}</p>
      <ul>
        {lost.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <strong>{m.consultant_company_delete_final()}</strong> {m.consultant_company_delete_export()}
      </p>
    </ConfirmPage>
  );
}
