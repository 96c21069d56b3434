import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/access/policy";
import { orNotFound, permit, requireUser } from "~/http/guards";
import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { StatusTag } from "~/ui/status-tag";
import { titled } from "~/ui/titled";
import { readWaitingCheck } from "~/use-cases/answer-check";
import { readCompany } from "~/use-cases/companies";
import { readCompanyPeople } from "~/use-cases/people";
import { readTimeline } from "~/use-cases/timeline";
import { OFFERINGS, SIZES } from "./company-facts";
import { countryName } from "./countries";
import { industryLabel } from "./industries";
import { CheckNextStep, CompanyNextStep } from "./next-step";
import { OwnUse } from "./own-use";
import { ownUseView } from "./own-use.server";
import { PeopleSection } from "./people-section";
import { SampleNotice } from "./sample-notice";
import { AllAssessments, LatestResult, NoAssessment } from "./sections";
import { TagLinks } from "./tag-links";
import { TwoColumns } from "./two-columns";

export const meta: MetaFunction<typeof loader> = (args) => titled(args.data?.company.name ?? "", args);

/** Staff see everything of the company, its own people what is published. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireUser(args);
  const { context } = visit;
  const company = orNotFound(readCompany(context, orNotFound(args.params.companyId)));
  const resource = { workspaceId: company.workspaceId, companyId: company.id };
  permit(visit, "company:read", resource);
  const manages = can(context.actor, "company:manage", resource);
  return {
    company,
    country: countryName(company.country),
    entries: readTimeline(context, company.id, manages),
    manages,
    ownUse: manages ? ownUseView(context, company.id) : null,
    onlyCompany: context.scope.companyIds?.length === 1,
    people: can(context.actor, "viewers:invite", resource) ? readCompanyPeople(context, company.id) : null,
    openCheck: can(context.actor, "check:answer", resource) ? readWaitingCheck(context, company.id) : null,
  };
}

export default function CompanyPage() {
  const { company, country, entries, manages, ownUse, onlyCompany, people, openCheck } =
    useLoaderData<typeof loader>();
  const { id } = company;
  const latest = entries.findLast(({ summary }) => summary !== null);
  const content = (
    <>
      {latest ? <LatestResult entry={latest} /> : null}
      {entries.length > 0 ? (
        <AllAssessments companyId={id} entries={entries} manages={manages} />
      ) : (
        <NoAssessment companyId={id} manages={manages} />
      )}
      {ownUse ? <OwnUse companyId={id} view={ownUse} /> : null}
    </>
  );
  return (
    <>
      <PageHeader
        breadcrumbs={onlyCompany ? undefined : [{ href: "/companies", label: m.nav_companies() }]}
        title={company.name}
        meta={[
          company.sample ? <StatusTag key="sample">{m.sample_tag()}</StatusTag> : null,
          industryLabel(company.industry),
          country,
          SIZES[company.size].label(),
          OFFERINGS[company.offering](),
        ]}
        actions={
          manages ? (
            <ButtonLink href={`/companies/${id}/edit`} variant="secondary">
              {m.consultant_company_edit_action()}
            </ButtonLink>
          ) : null
        }
      />
      {ownUse ? <TagLinks tags={ownUse.tags} /> : null}
      {company.sample && manages ? <SampleNotice companyId={id} className="mb-10 w-fit" /> : null}
      {people ? (
        <TwoColumns
          next={
            manages ? (
              // Without any assessment the first-use state says what to do.
              entries.length > 0 && <CompanyNextStep companyId={id} entries={entries} />
            ) : openCheck ? (
              <CheckNextStep check={openCheck} />
            ) : null
          }
          aside={<PeopleSection companyId={id} people={people} />}
        >
          {content}
        </TwoColumns>
      ) : (
        <div className="grid max-w-5xl gap-14">{content}</div>
      )}
    </>
  );
}
