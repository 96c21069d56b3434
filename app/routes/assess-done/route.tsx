import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { refuse } from "~/http/form";
import { requireAssessor } from "~/http/guards";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readDesk } from "~/use-cases/desk";
import { Refusal } from "~/use-cases/errors";
import { mayReopen, readReceipt, reopenJudgments } from "~/use-cases/reopen";
import { OwnJudgments } from "../assess-layout/own-judgments";
import { OtherReceipts } from "../assess-layout/round-notes";
import { deskView } from "../assess-layout/views.server";
import { Changing } from "./changing";
import { PrintButton } from "./print-button";
import { Receipt } from "./receipt";
import "./receipt.css";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(m.assess_done_title({ name: args.data?.name ?? "" }), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireAssessor(args);
  const receipt = readReceipt(context);
  // Nothing handed in, or taken back since.
  if (!receipt) throw redirect("/assess");
  const { receipt: code, createdAt: at, round } = receipt.submission;
  const reopens = mayReopen(readDesk(context));
  return { ...deskView(receipt, getLocale()), submission: { receipt: code, at }, round, reopens };
}

/** Takes back what was handed in, to be changed. */
export async function action(args: ActionFunctionArgs) {
  const { context } = await requireAssessor(args);
  try {
    reopenJudgments(context);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // By two clicks or in two tabs: it is open, as it was meant to be.
    if (error.reason === "not-submitted") return redirect("/assess");
    return refuse(args, { values: {}, errors: { "": [m.assess_reopen_refused()] } }, 409);
  }
  return redirectSaying(args, "/assess", m.assess_reopen_done());
}

/** Thanks, the receipt, what comes next, and the answers to keep. */
export default function Done() {
  const desk = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { name, company, deadline, open, tasks, levels } = desk;
  return (
    <>
      <ErrorSummary errors={state?.errors} />
      <div className="print-hidden">
        <PageHeader title={m.assess_done_title({ name })} lead={m.assess_done_lead()} />
      </div>
      <Receipt desk={desk} />
      <OtherReceipts desk={desk} />
      <section className="mt-10 print-hidden">
        <h2>{m.assess_next_title()}</h2>
        <ol className="mt-3 grid list-decimal gap-2 pl-6 marker:text-ink-muted">
          {open ? (
            <li>
              {deadline ? m.assess_next_close_by({ date: formatDate(deadline) }) : m.assess_next_close()}
            </li>
          ) : null}
          <li>{m.assess_next_report({ company })}</li>
          <li>{m.assess_next_reopen()}</li>
        </ol>
        <Changing reopens={desk.reopens} open={open} />
      </section>
      <section className="receipt-answers mt-12">
        <div className="mb-5 flex flex-wrap items-center justify-between gap-4 print-hidden">
          <h2>{m.assess_own_title()}</h2>
          <PrintButton />
        </div>
        <OwnJudgments tasks={tasks} levels={levels} />
      </section>
    </>
  );
}
