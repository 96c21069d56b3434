import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, requireAssessor } from "~/http/guards";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { BackLink } from "~/ui/back-link";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readDesk } from "~/use-cases/desk";
import { answerForm } from "../assess-evidence/answer.server";
import { EvidenceForm } from "../assess-evidence/evidence-form";
import { formView } from "../assess-evidence/form-view.server";
import { TypedNote } from "../assess-evidence/typed-note";
import { currentAssessor } from "../assess-layout/seat.server";

export const meta: MetaFunction = (args) => titled(m.evidence_add(), args);

export async function loader(args: LoaderFunctionArgs) {
  // A refused form gives back what was typed, even to somebody who may no longer write or read.
  const { refused } = args.context;
  const visit = refused ? await currentAssessor(args) : await requireAssessor(args);
  if (!visit) return { view: null };
  const desk = readDesk(visit.context);
  if (!desk.editable && !refused) throw redirect("/assess");
  const fn = orNotFound(desk.rubric.functions.find(({ key }) => key === args.params.functionKey));
  if (desk.editable) orNotFound(desk.tasks.find((task) => task.fn.key === fn.key));
  const options = { locale: getLocale(), now: visit.context.now };
  const view = formView(desk, { functionKey: fn.key }, options);
  return { view, key: fn.key, name: localized(fn.name, getLocale()), editable: desk.editable };
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

/** New evidence for one function. */
export default function NewEvidence() {
  const given = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() ?? null;
  if (!given.view) return <TypedNote note={state?.values.note} />;
  const { view, key, name, editable } = given;
  const back = `/assess/functions/${key}`;
  return (
    <>
      <BackLink href={editable ? back : "/assess"}>
        {editable ? m.evidence_back_to({ name }) : m.assess_to_list()}
      </BackLink>
      <PageHeader className="mb-6!" kicker={name} title={m.evidence_add()} lead={m.evidence_form_lead()} />
      <EvidenceForm view={view} uploadTo={`${back}/evidence/upload`} state={state} editable={editable} />
    </>
  );
}
