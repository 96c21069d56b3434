import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { SummaryList } from "~/ui/summary-list";
import { ActionBar } from "../assess-layout/action-bar";
import type { DeskView } from "../assess-layout/views.server";

type Invitation = DeskView & {
  perspective: "expert" | "insider" | "customer" | "other";
  named: boolean;
};

const PERSPECTIVES: Record<Invitation["perspective"], () => string> = {
  expert: () => m.perspective_expert(),
  insider: () => m.perspective_insider(),
  customer: () => m.perspective_customer(),
  other: () => m.perspective_other(),
};

/** What is asked, of whom, by when, how long it takes and what becomes of it; `children` is the way in. */
export function InvitationPage({ invitation, children }: { invitation: Invitation; children: ReactNode }) {
  const { name, company, editable, declined, submission, late } = invitation;
  return (
    <>
      <PageHeader
        kicker={m.assess_invite_kicker()}
        title={m.assess_invite_title({ name })}
        lead={m.assess_invite_lead({ company })}
      />
      {editable ? null : (
        <Notice className="mb-8">
          {submission ? m.assess_invite_submitted() : m.assess_invite_closed()}
        </Notice>
      )}
      {declined ? (
        <Notice className="mb-8" title={m.panel_declined_title()}>
          {m.panel_declined_body()}
        </Notice>
      ) : null}
      {late ? (
        <Notice tone="attention" className="mb-8">
          {m.assess_late()}
        </Notice>
      ) : null}
      <SummaryList rows={facts(invitation)} />
      <section className="mt-10">
        <h2>{m.assess_privacy_title()}</h2>
        <ul className="mt-3 grid list-disc gap-2 pl-5 marker:text-ink-muted">
          <li>
            {m.assess_privacy_rationale({
              perspective: PERSPECTIVES[invitation.perspective]().toLowerCase(),
            })}
          </li>
          <li>{m.rounds_privacy_assessor()}</li>
          {invitation.named ? (
            <li>{m.assess_privacy_named()}</li>
          ) : (
            <>
              <li>{m.assess_privacy_level()}</li>
              <li>{m.assess_privacy_consultant()}</li>
            </>
          )}
          {editable ? <li>{m.assess_privacy_cannot()}</li> : null}
        </ul>
      </section>
      <ActionBar>{children}</ActionBar>
      {editable && !declined ? (
        <Form method="post" action="?to=decline" reloadDocument className="sm:-mx-3">
          <button type="submit" className="button button-quiet w-full sm:w-auto">
            {m.panel_decline_link()}
          </button>
        </Form>
      ) : null}
      <Form method="post" action="/assess/leave" className="sm:-mx-3">
        <input type="hidden" name="wrongPerson" value="yes" />
        <button type="submit" className="button button-quiet w-full sm:w-auto">
          {m.assess_wrong_person({ name })}
        </button>
      </Form>
    </>
  );
}

function facts({ company, title, asOf, deadline, tasks, askedSome, editable }: Invitation) {
  const extent = m.assess_fact_extent_value({
    functions: m.functions_count({ count: tasks.length }),
    minutes: minutesFor(tasks.length),
  });
  const some = askedSome && `${m.assess_asked_some(askedSome)} `;
  const hint = `${some ?? ""}${m.assess_fact_extent_hint()}`;
  const row = (key: string, term: string, value: string, hint?: string) => ({
    key,
    term,
    value: <Fact hint={editable ? hint : undefined}>{value}</Fact>,
  });
  return [
    row("company", m.assess_fact_company(), company),
    row("title", m.assess_fact_assessment(), title),
    row("as-of", m.assess_fact_as_of(), formatDate(asOf), m.assess_fact_as_of_hint()),
    ...(deadline ? [row("deadline", m.assess_fact_deadline(), formatDate(deadline))] : []),
    ...(editable ? [row("extent", m.assess_fact_extent(), extent, hint)] : []),
  ];
}

/** About two minutes a function, in steps of five. */
function minutesFor(functions: number): number {
  return Math.ceil((functions * 2) / 5) * 5;
}

function Fact({ hint, children }: { hint?: string; children: ReactNode }) {
  return (
    <>
      {children}
      {hint ? <span className="block text-sm text-ink-muted">{hint}</span> : null}
    </>
  );
}
