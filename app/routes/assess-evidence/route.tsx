import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound, requireAssessor } from "~/http/guards";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { type AssessorContext, readDesk } from "~/use-cases/desk";
import { Refusal } from "~/use-cases/errors";
import { readOwnEvidence } from "~/use-cases/evidence";
import { currentAssessor } from "../assess-layout/seat.server";
import { answerForm } from "./answer.server";
import { EvidenceForm } from "./evidence-form";
import { formView } from "./form-view.server";
import { returnTo } from "./save.server";
import { TypedNote } from "./typed-note";

export const meta: MetaFunction = (args) => titled(m.evidence_edit_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  // A refused form gives back what was typed, even to somebody who may no longer write or read.
  const { refused } = args.context;
  const visit = refused ? await currentAssessor(args) : await requireAssessor(args);
  if (!visit) return { view: null };
  const item = requireOwn(visit.context, args.params.evidenceId);
  const desk = readDesk(visit.context);
  if (!desk.editable && !refused) throw redirect("/assess");
  const options = { locale: getLocale(), now: visit.context.now };
  const { search } = new URL(args.request.url);
  return {
    view: formView(desk, { item }, options),
    editable: desk.editable,
    back: returnTo(args, desk),
    search,
  };
}

function requireOwn(context: AssessorContext, id = "") {
  try {
    return readOwnEvidence(context, id);
  } catch (error) {
    throw error instanceof Refusal ? notFound() : error;
  }
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args);
}

/** A piece of evidence, to be changed or removed. */
export default function EditEvidence() {
  const given = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() ?? null;
  if (!given.view) return <TypedNote note={state?.values.note} />;
  const { view, editable, back, search } = given;
  const uploadTo = `/assess/evidence/${view.id}/upload${search}`;
  return (
    <>
      <BackLink href={editable ? back : "/assess"} />
      <PageHeader className="mb-6!" title={m.evidence_edit_title()} lead={m.evidence_form_lead()} />
      <EvidenceForm view={view} uploadTo={uploadTo} state={state} editable={editable} />
      {editable ? <Removal /> : null}
    </>
  );
}

/** Folded, so that nobody removes anything by a slip of the thumb. */
function Removal() {
  return (
    <Disclosure className="mt-10" summary={m.evidence_remove()}>
      <p className="mb-4">{m.evidence_remove_body()}</p>
      <form method="post">
        <Button name="intent" value="remove" variant="danger">
          {m.evidence_remove()}
        </Button>
      </form>
    </Disclosure>
  );
}
