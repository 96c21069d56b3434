import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireCan } from "~/http/guards";
import { formatShortMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Link } from "~/ui/link";
import { PageHeader } from "~/ui/page-header";
import { StatusTag } from "~/ui/status-tag";
import { titled } from "~/ui/titled";
import { readOutbox } from "~/use-cases/outbox";
import { kindName, stateOf } from "./words";

export const meta: MetaFunction = (args) => titled(m.mail_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireCan(args, "people:manage");
  const messages = readOutbox(context).map(
    ({ id, kind, recipient, subject, state, attempts, createdAt }) => ({
      ...{ id, kind, recipient, subject, state, attempts, createdAt },
    }),
  );
  return { messages, mailServer: context.settings.mailServer };
}

/** What Selaras sent, will send, or shows to be copied. */
export default function Mail() {
  const { messages, mailServer } = useLoaderData<typeof loader>();
  const lead = mailServer ? m.mail_lead_server() : m.mail_lead_shown();
  return (
    <>
      <PageHeader title={m.mail_title()} lead={lead} />
      {messages.length === 0 ? (
        <EmptyState title={m.mail_empty()}>{m.mail_empty_body()}</EmptyState>
      ) : (
        <DataTable caption={m.mail_title()} captionHidden stickyFirstColumn={false}>
          <thead>
            <tr>
              <th scope="col">{m.mail_created()}</th>
              <th scope="col">{m.mail_state()}</th>
              <th scope="col">{m.mail_recipient()}</th>
              <th scope="col">{m.mail_kind()}</th>
              <th scope="col">{m.mail_subject()}</th>
            </tr>
          </thead>
          <tbody>
            {messages.map((message) => {
              const { label, tone } = stateOf(message.state);
              return (
                <tr key={message.id}>
                  <td className="whitespace-nowrap">{formatShortMoment(message.createdAt)}</td>
                  <td>
                    <StatusTag tone={tone}>{label}</StatusTag>
                    {message.attempts > 1 ? ` ${m.mail_attempts({ count: message.attempts })}` : null}
                  </td>
                  <td>{message.recipient}</td>
                  <td>{kindName(message.kind)}</td>
                  <td>
                    <Link href={`/mail/${message.id}`} className="link">
                      {message.subject}
                    </Link>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </DataTable>
      )}
    </>
  );
}
