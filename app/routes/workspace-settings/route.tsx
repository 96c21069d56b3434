import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asDocument } from "~/http/brand";
import { redirectSaying } from "~/http/flash";
import { readForm, refuse } from "~/http/form";
import { requireCan } from "~/http/guards";
import { readLastBackup } from "~/http/last-backup";
import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { Link } from "~/ui/link";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readFormerPeople } from "~/use-cases/erase-personal-data";
import { Refusal } from "~/use-cases/errors";
import { countExpiring } from "~/use-cases/retention";
import {
  changeWorkspaceSettings,
  LONGEST_RETENTION,
  readWorkspaceSettings,
} from "~/use-cases/workspace-settings";
import { Backups } from "./backups";
import { schema } from "./schema";
import { SettingsForm } from "./settings-form";

export const meta: MetaFunction = (args) => titled(m.privacy_workspace_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireCan(args, "workspace:manage");
  const settings = readWorkspaceSettings(context);
  const backups = readLastBackup(args.context.services);
  return { settings, longest: LONGEST_RETENTION, former: readFormerPeople(context), backups };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await requireCan(args, "workspace:manage");
  const form = await readForm(args, schema());
  if (!form.ok) return form.refuse();
  const { confirmed, ...settings } = form.value;
  const refused = (errors: Record<string, string[]>) => refuse(args, { values: form.values, errors }, 409);
  const shortened = settings.retentionMonths !== readWorkspaceSettings(context).retentionMonths;
  const expiring = shortened ? countExpiring(context, settings.retentionMonths) : 0;
  if (expiring > 0 && !confirmed) {
    return refused({ confirmed: [m.privacy_workspace_retention_confirm({ count: expiring })] });
  }
  try {
    changeWorkspaceSettings(context, settings);
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== "forbidden") throw error;
    return refused({ secondFactorRequired: [m.privacy_workspace_factor_own()] });
  }
  return asDocument(await redirectSaying(args, "/workspace", m.privacy_workspace_saved()));
}

/** Name, security and retention of the workspace; accounts that are of no use any more; the way to the audit log. */
export default function WorkspaceSettings() {
  const { settings, longest, former, backups } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={m.privacy_workspace_title()}
        lead={m.privacy_workspace_lead()}
        actions={
          <>
            <ButtonLink href="/workspace/brand" variant="secondary">
              {m.brand_link()}
            </ButtonLink>
            <ButtonLink href="/audit" variant="secondary">
              {m.privacy_workspace_audit_link()}
            </ButtonLink>
          </>
        }
      />
      <SettingsForm settings={settings} longest={longest} state={state} />
      <Backups {...backups} />
      {former.length > 0 ? (
        <section className="mt-12 grid gap-4 border-t border-line pt-8">
          <h2>{m.privacy_former_title()}</h2>
          <p className="max-w-measure text-ink-muted">{m.privacy_former_lead()}</p>
          <ul className="grid gap-3">
            {former.map(({ id, name, email }) => (
              <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                <span className="min-w-0">
                  <strong>{name}</strong> <span className="text-ink-muted">{email}</span>
                </span>
                <Link href={`/people/${id}/erase`} className="link">
                  {m.privacy_former_erase()}
                  <span className="sr-only"> {name}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
