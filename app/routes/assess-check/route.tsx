import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  Form,
  useActionData,
  useLoaderData,
  useNavigation,
} from "@remix-run/react";
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
import { type Desk, isDone, isJudged, readDesk, type Task } from "~/use-cases/desk";
import { Refusal } from "~/use-cases/errors";
import { submitJudgments } from "~/use-cases/judging";
import { ActionBar } from "../assess-layout/action-bar";
import { deskWith } from "../assess-layout/kept-view";
import { ReadOnlyDesk } from "../assess-layout/read-only-desk";
import { useOutbox } from "../assess-layout/use-outbox";
import { type DeskView, deskView } from "../assess-layout/views.server";
import { flushFirst } from "./flush-first";
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
    // Asked nothing in this round, or voting in a room by now: the list of tasks says so.
    if (reason === "nothing-to-ask" || reason === "in-workshop") return redirect("/assess");
    if (reason !== "already-submitted") throw error;
  }
  return redirect("/assess/done");
}

/** Nothing is handed in while answers wait on this device. */
export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  flushFirst(() => serverAction<typeof action>());

function missingErrors({ tasks }: Desk): FormState["errors"] {
  const missing = tasks.filter((task) => !isDone(task));
  return Object.fromEntries(missing.map((task) => [task.fn.key, [whyMissing(task)]]));
}

function whyMissing({ fn, judgment }: Task): string {
  const name = localized(fn.name, getLocale());
  return isJudged(judgment) ? m.rounds_reason_missing_one({ name }) : m.assess_missing_one({ name });
}

/** What is missing on top, then every answer with a way to change it, then sending. */
export default function Check() {
  const desk = deskWith(useLoaderData<typeof loader>(), useOutbox().entries);
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
        kicker={desk.again ? m.rounds_own_kicker({ number: desk.again }) : undefined}
        title={m.assess_check_title()}
        lead={next ? m.assess_missing_hint() : checkLead(desk)}
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

function checkLead({ mayReopen }: DeskView): string {
  return mayReopen ? m.assess_reopen_check_lead() : m.assess_check_lead();
}

function Closed({ desk }: { desk: DeskView }) {
  return (
    <>
      <PageHeader title={m.assess_check_title()} />
      <ReadOnlyDesk desk={desk} />
    </>
  );
}
