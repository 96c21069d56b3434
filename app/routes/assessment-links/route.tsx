import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { CopyField } from "~/ui/copy-field";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { isReleased } from "~/use-cases/released";
import { LINK_DAYS, PASSPHRASE_LENGTH, readShareLinks } from "~/use-cases/share-links";
import { changeLinks } from "./change-links.server";
import { LinkForm } from "./link-form";
import { LinksTable } from "./links-table";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(`${m.share_title()} · ${args.data?.assessment.title ?? ""}`, args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const { id, title, companyId, companyName } = assessment;
  return {
    assessment: { id, title, companyId, companyName },
    released: isReleased(visit.context, assessment),
    links: readShareLinks(visit.context, id),
    limits: { days: LINK_DAYS, passphrase: PASSPHRASE_LENGTH },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  return changeLinks(args, visit.context, assessment.id);
}

/** Links by which people without an account read the report: made, listed and revoked. */
export default function ShareLinks() {
  const { assessment, released, links, limits } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const made = state?.made;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: `/companies/${assessment.companyId}`, label: assessment.companyName },
          { href: `/assessments/${assessment.id}`, label: assessment.title },
        ]}
        title={m.share_title()}
        lead={m.share_lead()}
      />
      <ErrorSummary errors={state?.errors} />
      {made ? (
        <Notice tone="success" live title={m.share_made({ label: made.label })} className="mb-8 max-w-3xl">
          <p className="mb-4">{m.share_made_about()}</p>
          <CopyField label={m.share_address()} value={made.url} />
        </Notice>
      ) : null}
      {released ? (
        <LinkForm key={links.length} limits={limits} state={state} />
      ) : (
        <EmptyState title={m.share_not_yet()}>{m.share_not_yet_body()}</EmptyState>
      )}
      {links.length > 0 || released ? <LinksTable links={links} /> : null}
    </>
  );
}
