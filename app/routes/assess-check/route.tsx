import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { type FormState, refuse } from "~/http/form";
import { requireAssessor } from "~/http/guards";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { BackLink } from "~/ui/back-link";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { type Desk, isJudged, readDesk, type Task } from "~/use-cases/desk";
import { Refusal } from "~/use-cases/errors";
import { submitJudgments } from "~/use-cases/judging";
import { ActionBar } from "../assess-layout/action-bar";
import { ReadOnlyDesk } from "../assess-layout/read-only-desk";
import { type DeskView, deskView } from "../assess-layout/views.server";
import { Judged, Missing } from "./rows";

export const meta: MetaFunction = (args) => titled(m.assess_check_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireAssessor(args);
  const desk = deskView(readDesk(context), getLocale());
  if (desk.submission) throw redirect("/assess/done");
  return desk;
}

/** Hands in. Handing in twice, by two clicks or in two tabs, leads to the same receipt. */
export async function action(args: ActionFunctionArgs) {
  const { context } = await requireAssessor(args);
  try {
    submitJudgments(context);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { reason } = error;
    if (reason === "incomplete")
      return refuse(args, { values: {}, errors: missingErrors(readDesk(context)) });
    if (reason === "wrong-state") {
      return refuse(args, { values: {}, errors: { "": [m.assess_closed_title()] } }, 409);
    }
    if (reason !== "already-submitted") throw error;
  }
  return redirect("/assess/done");
}

function missingErrors({ tasks }: Desk): FormState["errors"] {
  const missing = tasks.filter(({ judgment }) => !isJudged(judgment));
  const name = ({ fn }: Task) => localized(fn.name, getLocale());
  return Object.fromEntries(
    missing.map((task) => [task.fn.key, [m.assess_missing_one({ name: name(task) })]]),
  );
}

/** What is missing on top, then every answer with a way to change it, then sending. */
export default function Check() {
  const desk = useLoaderData<typeof loader>();
  const { tasks, levels, next, editable } = desk;
  const state = useActionData<typeof action>();
  const sending = useNavigation().state === "submitting";
  const missing = tasks.filter(({ judged }) => !judged);
  const judged = tasks.filter((task) => task.judged);
  if (!editable) return <Closed desk={desk} />;
  return (
    <>
      <BackLink href="/assess">{m.assess_to_list()}</BackLink>
      <ErrorSummary errors={state?.errors} />
      <PageHeader
        title={m.assess_check_title()}
        lead={next ? m.assess_missing_hint() : m.assess_check_lead()}
      />
      {missing.length > 0 ? <Missing tasks={missing} /> : null}
      {judged.length > 0 ? <Judged tasks={judged} levels={levels} /> : null}
      <ActionBar>
        {next ? (
          <ButtonLink href={`/assess/functions/${next.key}`} className="w-full text-balance sm:w-auto">
            {m.assess_continue_with({ name: next.name })}
          </ButtonLink>
        ) : (
          <Form method="post">
            <Button className="w-full text-balance sm:w-auto">
              {sending ? m.assess_sending() : m.assess_submit()}
            </Button>
          </Form>
        )}
      </ActionBar>
    </>
  );
}

function Closed({ desk }: { desk: DeskView }) {
  return (
    <>
      <PageHeader title={m.assess_check_title()} />
      <ReadOnlyDesk desk={desk} />
    </>
  );
}
