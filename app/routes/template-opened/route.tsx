import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, requireCan } from "~/http/guards";
import { m } from "~/i18n/messages";
import { StateTag } from "~/routes/assessment/state-tag";
import { ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { Refusal } from "~/use-cases/errors";
import { readOpened, requireTemplate } from "~/use-cases/templates";

export const meta: MetaFunction = (args) => titled(m.waves_opened_title(), args);

/** What was made in one go; `?at=` is the moment, in milliseconds since 1970. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireCan(args, "assessment:manage");
  const at = new URL(args.request.url).searchParams.get("at") ?? "";
  try {
    const { id, name } = requireTemplate(context, args.params.templateId ?? "");
    const opened = readOpened(context, new Date(/^\d{1,15}$/.test(at) ? Number(at) : 0));
    return { template: { id, name }, opened, mailServer: context.settings.mailServer };
  } catch (error) {
    throw error instanceof Refusal ? notFound() : error;
  }
}

/** The assessments that were just made from a template, each with the way to its panel. */
export default function Opened() {
  const { template, opened, mailServer } = useLoaderData<typeof loader>();
  const drafts = opened.every(({ state }) => state === "draft");
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: "/templates", label: m.waves_templates() },
        ]}
        title={m.waves_opened_title()}
        lead={m.waves_opened_lead({ count: opened.length, name: template.name })}
        actions={
          <ButtonLink href={`/templates/${template.id}/open`} variant="secondary">
            {m.waves_template_use()}
          </ButtonLink>
        }
      />
      {opened.length > 0 && drafts ? <Notice className="mb-6">{m.waves_opened_drafts()}</Notice> : null}
      {opened.length > 0 && !drafts && !mailServer ? (
        <Notice tone="attention" className="mb-6">
          {m.waves_opened_mail()} <Link href="/mail">{m.nav_mail()}</Link>
        </Notice>
      ) : null}
      <DataTable caption={m.waves_opened_title()} captionHidden>
        <thead>
          <tr>
            <th scope="col">{m.consultant_company()}</th>
            <th scope="col">{m.consultant_assessment()}</th>
            <th scope="col">{m.consultant_state()}</th>
            <th scope="col" className="num">
              {m.waves_opened_members()}
            </th>
            <th scope="col">{m.waves_opened_panel()}</th>
          </tr>
        </thead>
        <tbody>
          {opened.map(({ id, title, companyName, state, members }) => (
            <tr key={id}>
              <th scope="row">{companyName}</th>
              <td>
                <Link href={`/assessments/${id}`} className="link">
                  {title}
                  <span className="sr-only"> {companyName}</span>
                </Link>
              </td>
              <td>
                <StateTag state={state} />
              </td>
              <td className="num">{members}</td>
              <td>
                <Link href={`/assessments/${id}/panel`} className="link">
                  {m.waves_opened_panel()}
                  <span className="sr-only"> {companyName}</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
