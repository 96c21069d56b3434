import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAssessor } from "~/http/guards";
import { formatDate, formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readDesk } from "~/use-cases/desk";
import { OwnJudgments } from "../assess-layout/own-judgments";
import { deskView } from "../assess-layout/views.server";
import { PrintButton } from "./print-button";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(m.assess_done_title({ name: args.data?.name ?? "" }), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireAssessor(args);
  const { submission, ...desk } = deskView(readDesk(context), getLocale());
  if (!submission) throw redirect("/assess");
  return { ...desk, submission };
}

/** Thanks, the receipt, what comes next, and the answers to keep. */
export default function Done() {
  const { name, company, title, asOf, deadline, submission, tasks, levels } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.assess_done_title({ name })} lead={m.assess_done_lead()} />
      <div className="grid gap-x-10 gap-y-4 border-t-2 border-ink pt-5 sm:grid-cols-[auto_1fr]">
        <div>
          <p className="text-sm font-semibold text-ink-muted">{m.assess_receipt()}</p>
          <p className="tabular text-2xl font-bold tracking-wider">{submission.receipt}</p>
        </div>
        <div>
          <p className="text-sm font-semibold text-ink-muted">{m.assess_receipt_sent()}</p>
          <p>{formatMoment(submission.at)}</p>
          <p className="text-sm text-ink-muted">{m.assess_receipt_hint()}</p>
        </div>
      </div>
      <section className="mt-10 print-hidden">
        <h2>{m.assess_next_title()}</h2>
        <ol className="mt-3 grid list-decimal gap-2 pl-6 marker:text-ink-muted">
          <li>{deadline ? m.assess_next_close_by({ date: formatDate(deadline) }) : m.assess_next_close()}</li>
          <li>{m.assess_next_report({ company })}</li>
          <li>{m.assess_next_reopen()}</li>
        </ol>
      </section>
      <section className="mt-12">
        <div className="mb-5 flex flex-wrap items-center justify-between gap-4">
          <div>
            <h2>{m.assess_own_title()}</h2>
            <p className="text-ink-muted">
              {title} · {company} · {m.assess_as_of({ date: formatDate(asOf) })}
            </p>
          </div>
          <PrintButton />
        </div>
        <OwnJudgments tasks={tasks} levels={levels} />
      </section>
    </>
  );
}
