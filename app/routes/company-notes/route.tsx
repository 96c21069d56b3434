import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { longTextField } from "~/http/fields";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { notFound } from "~/http/guards";
import { m } from "~/i18n/messages";
import { requireManagedCompany } from "~/routes/company/managed";
import { Notes } from "~/routes/company/notes-section";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { addNote, LONGEST_NOTE, readNotes, removeNote } from "~/use-cases/company-notes";
import { Refusal } from "~/use-cases/errors";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? m.company_notes_title(args.data) : "", args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, company } = await requireManagedCompany(args);
  const { id, name } = company;
  return { id, name, notes: readNotes(visit.context, id), longest: LONGEST_NOTE };
}

const filled = z.string({ error: () => m.form_required() }).min(1, { error: () => m.form_required() });
const adding = z.object({ intent: z.literal("add"), text: longTextField(LONGEST_NOTE).pipe(filled) });
const removing = z.object({ intent: z.literal("remove"), noteId: z.string().max(100) });
const schema = z.discriminatedUnion("intent", [adding, removing], { error: () => m.form_choice_unknown() });

export async function action(args: ActionFunctionArgs) {
  const { visit, company } = await requireManagedCompany(args);
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  const { value } = form;
  const page = `/companies/${company.id}`;
  if (value.intent === "add") {
    addNote(visit.context, company.id, value.text);
    return redirectSaying(args, page, m.company_note_added());
  }
  try {
    removeNote(visit.context, company.id, value.noteId);
    return await redirectSaying(args, page, m.company_note_removed());
  } catch (error) {
    throw error instanceof Refusal ? notFound() : error;
  }
}

/** Everything that was noted about a company; also where a note that was refused comes back. */
export default function CompanyNotes() {
  const { id, name, notes, longest } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary errors={state?.errors} />
      <PageHeader
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: `/companies/${id}`, label: name },
        ]}
        title={m.company_notes_title({ name })}
        lead={m.company_notes_lead()}
      />
      <Notes companyId={id} notes={notes} longest={longest} state={state} />
    </>
  );
}
