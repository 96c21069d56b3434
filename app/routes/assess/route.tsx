import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAssessor } from "~/http/guards";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readDesk } from "~/use-cases/desk";
import { isInWorkshop } from "~/use-cases/workshop-seat";
import { deskWith } from "../assess-layout/kept-view";
import { ReadOnlyDesk } from "../assess-layout/read-only-desk";
import { useOutbox } from "../assess-layout/use-outbox";
import { deskView } from "../assess-layout/views.server";
import { WorkshopBanner } from "../assess-workshop/workshop-banner";
import { Tasks } from "./tasks";

export const meta: MetaFunction<typeof loader> = (args) => titled(args.data?.title ?? "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireAssessor(args);
  return { ...deskView(readDesk(context), getLocale()), workshop: isInWorkshop(context) };
}

/** The assessor's tasks; once handed in or closed, their answers to read. */
export default function Assess() {
  const desk = useLoaderData<typeof loader>();
  const { entries } = useOutbox();
  const { company, title, asOf, deadline, editable, again, workshop } = desk;
  return (
    <>
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
      {editable ? <Tasks desk={deskWith(desk, entries)} /> : <ReadOnlyDesk desk={desk} />}
    </>
  );
}
