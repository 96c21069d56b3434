import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAssessor } from "~/http/guards";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readDesk } from "~/use-cases/desk";
import { isInWorkshop } from "~/use-cases/workshop-seat";
import { DeclinedPanel } from "../assess-layout/declined-panel";
import { deskWith } from "../assess-layout/kept-view";
import { OwnQuestions } from "../assess-layout/own-questions";
import { drawQuestions } from "../assess-layout/questions.server";
import { ReadOnlyDesk } from "../assess-layout/read-only-desk";
import { useOutbox } from "../assess-layout/use-outbox";
import { deskView } from "../assess-layout/views.server";
import { drawLevelsBanner } from "../assess-levels/levels-page.server";
import { WorkshopBanner } from "../assess-workshop/workshop-banner";
import { answerQuestion } from "./answer.server";
import { Tasks } from "./tasks";

export const meta: MetaFunction<typeof loader> = (args) => titled(args.data?.title ?? "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireAssessor(args);
  const desk = readDesk(context);
  return {
    ...deskView(desk, getLocale()),
    workshop: isInWorkshop(context),
    questions: drawLevelsBanner(context, getLocale()) + drawQuestions(context, desk, { locale: getLocale() }),
  };
}

/** Answers a question of the consultant. */
export const action = (args: ActionFunctionArgs) => answerQuestion(args);

/** The assessor's tasks; once handed in or closed, their answers to read. */
export default function Assess() {
  const desk = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { entries } = useOutbox();
  const { company, title, asOf, deadline, declined, editable, again, workshop, questions } = desk;
  return (
    <>
      <ErrorSummary errors={state?.errors} />
      <PageHeader
        className="mb-6!"
        kicker={again ? `${company} · ${m.rounds_own_kicker({ number: again })}` : company}
        title={title}
        meta={[
          m.assess_as_of({ date: formatDate(asOf) }),
          deadline ? m.assess_deadline({ date: formatDate(deadline) }) : null,
        ]}
      />
      {workshop ? <WorkshopBanner /> : null}
      <OwnQuestions html={state?.questions ?? questions} />
      {declined ? (
        <section>
          <h2 className="mb-3">{m.panel_declined_title()}</h2>
          <DeclinedPanel />
        </section>
      ) : editable ? (
        <Tasks desk={deskWith(desk, entries)} />
      ) : (
        <ReadOnlyDesk desk={desk} />
      )}
    </>
  );
}
