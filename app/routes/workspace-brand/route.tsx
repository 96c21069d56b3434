import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireCan } from "~/http/guards";
import { m } from "~/i18n/messages";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { brandView } from "./brand-view.server";
import { changeBrand } from "./change-brand.server";
import { ColourSection } from "./colour-section";
import { LogoSection } from "./logo-section";

export const meta: MetaFunction = (args) => titled(m.brand_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireCan(args, "workspace:manage");
  return brandView(context);
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await requireCan(args, "workspace:manage");
  return changeBrand(args, context);
}

/** The logo and the colour of the workspace, and how they look in the light and in the dark. */
export default function WorkspaceBrand() {
  const { logo, colour, largest, name } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-3xl">
      <ErrorSummary errors={state?.errors} />
      <PageHeader
        breadcrumbs={[{ href: "/workspace", label: m.nav_workspace() }]}
        title={m.brand_title()}
        lead={m.brand_lead()}
      />
      <LogoSection logo={logo} name={name} largest={largest} errors={state?.errors} />
      <ColourSection colour={colour} state={state} />
    </div>
  );
}
