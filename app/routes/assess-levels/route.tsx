import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAssessor } from "~/http/guards";
import { ErrorSummary } from "~/ui/error-summary";
import { titled } from "~/ui/titled";
import { currentAssessor } from "../assess-layout/seat.server";
import { answerLevels } from "./answer.server";
import { drawLevels } from "./levels-page.server";

export const meta: MetaFunction<typeof loader> = (args) => titled(args.data?.title ?? "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { refused, locale } = args.context;
  // A refused form gives back what was typed, even to somebody whose link was replaced meanwhile.
  const visit = refused ? await currentAssessor(args) : await requireAssessor(args);
  return drawLevels(visit?.context ?? null, { locale });
}

export const action = (args: ActionFunctionArgs) => answerLevels(args);

/** An informant confirms or disputes the levels; drawn by the server, since it is a plain form without any state. */
export default function AssessLevels() {
  const { html } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary errors={state?.errors} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by React on the server, which escapes texts */}
      <div dangerouslySetInnerHTML={{ __html: state?.html ?? html }} />
    </>
  );
}
