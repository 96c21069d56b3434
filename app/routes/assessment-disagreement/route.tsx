import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { AssessmentHeader, headerFacts } from "~/routes/assessment/assessment-header";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { titled } from "~/ui/titled";
import { readDisagreement } from "~/use-cases/disagreement";
import { readPanel } from "~/use-cases/panel";
import { deskView } from "./desk-view.server";
import { FunctionSection } from "./function-section";
import { OrderForm } from "./order-form";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(m.desk_page_title({ title: args.data?.header.title ?? "" }), args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const panel = readPanel(visit.context, assessment.id);
  return {
    header: headerFacts(assessment),
    members: panel.length,
    /** Members who still have something to hand in. */
    missing: panel.filter(({ asked, submittedAt }) => asked > 0 && submittedAt === null).length,
    quorum: assessment.quorum,
    desk: deskView(readDisagreement(visit.context, assessment), getLocale()),
  };
}

/** Where the panel agrees least, and who says what: what a workshop or another round should be about. */
export default function DisagreementPage() {
  const { header, members, missing, quorum, desk } = useLoaderData<typeof loader>();
  const { id, state } = header;
  const open = state === "open";
  return (
    <>
      <AssessmentHeader assessment={header} members={members} current="disagreement" />
      {desk.functions.length === 0 ? (
        <EmptyState
          title={m.desk_empty_title()}
          action={<ButtonLink href={`/assessments/${id}/panel`}>{m.desk_empty_action()}</ButtonLink>}
        >
          {m.desk_empty()}
        </EmptyState>
      ) : (
        <>
          <div className="mb-6 grid max-w-measure gap-2">
            <h2 className="text-xl">{m.desk_heading()}</h2>
            <p className="text-ink-muted">{m.desk_lead()}</p>
            {open && missing > 0 ? (
              <p className="font-semibold">{m.desk_missing({ count: missing })}</p>
            ) : null}
            {open ? null : <p>{m.desk_closed()}</p>}
          </div>
          <OrderForm id={id} open={open} desk={desk} />
          <div className="mt-12 grid gap-14">
            {desk.functions.map((fn) => (
              <FunctionSection
                key={fn.key}
                {...{ id, open, quorum, fn }}
                names={desk.levelNames}
                total={desk.functions.length}
              />
            ))}
          </div>
        </>
      )}
    </>
  );
}
