import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { notFound, orNotFound, requireCan } from "~/http/guards";
import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { CopyText } from "~/ui/copy-text";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { StatusTag } from "~/ui/status-tag";
import { titled } from "~/ui/titled";
import { Refusal } from "~/use-cases/errors";
import { retryMail } from "~/use-cases/outbox";
import { showMail } from "~/use-cases/show-mail";
import { kindName, reasonOf, stateOf } from "../mail/words";
import { Unreadable } from "./unreadable";

export const meta: MetaFunction = (args) => titled(m.mail_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireCan(args, "people:manage");
  return refusedAs404(() => showMail(context, orNotFound(args.params.mailId)));
}

/** Sends a message again that had been given up. */
export async function action(args: ActionFunctionArgs) {
  const { context } = await requireCan(args, "people:manage");
  refusedAs404(() => retryMail(context, orNotFound(args.params.mailId)));
  return redirectSaying(args, "/mail", m.mail_retried());
}

function refusedAs404<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw error.reason === "not-found" ? notFound() : new Response(null, { status: 409 });
  }
}

type Message = ReturnType<typeof useLoaderData<typeof loader>>;

function Body({ state, lastError, text, withheld }: Message) {
  return (
    <>
      {lastError ? <Notice tone="attention">{reasonOf(lastError)}</Notice> : null}
      {text ? (
        <CopyText label={m.mail_text()} value={text} rows={16} />
      ) : (
        <p>{withheld ? m.mail_body_withheld() : m.mail_body_gone()}</p>
      )}
      {state === "failed" ? (
        <Form method="post">
          <Button>{m.mail_retry()}</Button>
        </Form>
      ) : null}
    </>
  );
}

export default function MailMessage() {
  const message = useLoaderData<typeof loader>();
  const { label, tone } = stateOf(message.state);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: "/mail", label: m.mail_title() }]}
        title={message.subject}
        meta={[
          <StatusTag key="state" tone={tone}>
            {label}
          </StatusTag>,
          kindName(message.kind),
          message.recipient,
          formatMoment(message.createdAt),
        ]}
      />
      <div className="grid max-w-measure gap-6">
        {message.unreadable ? (
          <Unreadable kind={message.kind} place={message.place} />
        ) : (
          <Body {...message} />
        )}
      </div>
    </>
  );
}
