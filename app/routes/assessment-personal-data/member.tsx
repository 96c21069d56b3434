import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { orNotFound } from "~/http/guards";
import { m } from "~/i18n/messages";
import { sweepMailFiles } from "~/mail/sweep-files";
import { Button, ButtonLink } from "~/ui/button";
import { Link } from "~/ui/link";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { eraseMember, readOtherSeats } from "~/use-cases/erase-personal-data";
import { hasEnded } from "~/use-cases/retention";
import { requireManagedPerson } from "./managed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(m.privacy_member_erase_title({ name: args.data?.name ?? "" }), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context, assessment, person } = await requireManagedPerson(args);
  // Nothing is left to be asked about somebody who is erased.
  const { name, email } = orNotFound(person.erased ? null : person);
  const running = !hasEnded(assessment) && person.removedAt === null;
  const others = readOtherSeats(context, person);
  return { assessment: { id: assessment.id, title: assessment.title }, name, email, running, others };
}

/** Erases the person's data at once: whoever posts here has seen the page. */
export async function action(args: ActionFunctionArgs) {
  const { context, assessment, person } = await requireManagedPerson(args);
  eraseMember(context, assessment.id, person.id);
  sweepMailFiles(args.context.services);
  const page = `/assessments/${assessment.id}/personal-data`;
  return redirectSaying(args, page, m.privacy_member_erased({ name: person.name }));
}

export default function EraseMember() {
  const { assessment, name, email, running, others } = useLoaderData<typeof loader>();
  const page = `/assessments/${assessment.id}/personal-data`;
  return (
    <>
      <PageHeader
        title={m.privacy_member_erase_title({ name })}
        breadcrumbs={[
          { href: `/assessments/${assessment.id}`, label: assessment.title },
          { href: page, label: m.privacy_panel_title() },
        ]}
      />
      <div className="prose">
        <p>{m.privacy_member_erase_body({ email })}</p>
        {running ? <p>{m.privacy_member_erase_open()}</p> : null}
        <p>{m.privacy_panel_texts()}</p>
        {others.length > 0 ? (
          <>
            <p>{m.privacy_member_erase_others()}</p>
            <ul>
              {others.map(({ memberId, assessmentId, title }) => (
                <li key={memberId}>
                  <Link href={`/assessments/${assessmentId}/personal-data/${memberId}`}>{title}</Link>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      <Form method="post" className="mt-8 flex flex-wrap gap-3">
        <Button variant="danger">{m.privacy_member_erase_button()}</Button>
        <ButtonLink href={page} variant="quiet">
          {m.privacy_cancel()}
        </ButtonLink>
      </Form>
    </>
  );
}
