import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import type { RequestArgs } from "~/http/context";
import { redirectSaying } from "~/http/flash";
import { notFound, orNotFound, requireCan } from "~/http/guards";
import { m } from "~/i18n/messages";
import { sweepMailFiles } from "~/mail/sweep-files";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { eraseUser, readErasure } from "~/use-cases/erase-personal-data";
import { Refusal } from "~/use-cases/errors";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(m.privacy_person_erase_title({ name: args.data?.name ?? "" }), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context, userId } = await requirePerson(args);
  return orNotFound(readErasure(context, userId));
}

/** Erases the account at once: whoever posts here has seen the page. */
export async function action(args: ActionFunctionArgs) {
  const { context, userId } = await requirePerson(args);
  try {
    const { name } = eraseUser(context, userId);
    sweepMailFiles(args.context.services);
    return await redirectSaying(args, "/people", m.privacy_person_erased({ name }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.reason === "not-found") throw notFound();
    // The page itself says why it cannot be done.
    throw new Response(null, { status: 409, statusText: "Conflict" });
  }
}

/** The person of this address, for an owner; one's own account has a page of its own. */
async function requirePerson(args: RequestArgs & { params: { userId?: string } }) {
  const { context } = await requireCan(args, "workspace:manage");
  const userId = orNotFound(args.params.userId);
  if (userId === context.actor.userId) throw redirect("/me/data");
  return { context, userId };
}

export default function ErasePerson() {
  const { name, email, hindrance } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.privacy_person_erase_title({ name })}
        breadcrumbs={[{ href: "/people", label: m.nav_people() }]}
      />
      {hindrance ? (
        <Notice tone="attention">
          {hindrance === "last-owner" ? m.privacy_person_last_owner() : m.privacy_person_elsewhere()}
        </Notice>
      ) : (
        <p className="max-w-measure">{m.privacy_person_erase_body({ email })}</p>
      )}
      <Form method="post" className="mt-8 flex flex-wrap gap-3">
        {hindrance ? null : <Button variant="danger">{m.privacy_person_erase_button()}</Button>}
        <ButtonLink href="/people" variant="quiet">
          {m.privacy_cancel()}
        </ButtonLink>
      </Form>
    </>
  );
}
