import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Link } from "~/ui/link";
import { PageHeader } from "~/ui/page-header";
import { SummaryList } from "~/ui/summary-list";
import { titled } from "~/ui/titled";
import { DEFAULT_MINIMUM_GROUP } from "~/use-cases/assessments";
import { USER_SESSION } from "~/use-cases/sessions";
import { CookieList, DeviceList } from "./cookie-list";

const DAY = 24 * 60 * 60 * 1000;

export const meta: MetaFunction = (args) => titled(m.privacy_title(), args);

/** Public: the numbers are those that the code goes by. */
export function loader() {
  return {
    minimumGroup: DEFAULT_MINIMUM_GROUP,
    session: { absolute: USER_SESSION.absolute / DAY, idle: USER_SESSION.idle / DAY },
  };
}

/** What is kept, why, who sees it, how long, and what one can ask for. */
export default function Privacy() {
  const { minimumGroup, session } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={m.privacy_title()} lead={m.privacy_lead()} />
      <div className="prose">
        <h2>{m.privacy_short_title()}</h2>
        <ul>
          <li>{m.privacy_short_need()}</li>
          <li>{m.privacy_short_nameless()}</li>
          <li>{m.privacy_short_no_tracking()}</li>
        </ul>
      </div>
      <section className="mt-12">
        <h2 className="mb-4">{m.privacy_what_title()}</h2>
        <SummaryList rows={whatIsKept()} />
      </section>
      <div className="prose mt-12">
        <WhoSeesWhat minimumGroup={minimumGroup} />
        <HowLong session={session} />
        <Rights />
      </div>
      <section className="mt-12">
        <h2>{m.privacy_cookies_title()}</h2>
        <p className="mt-1 mb-5 max-w-measure text-ink-muted">{m.privacy_cookies_lead()}</p>
        <CookieList />
      </section>
      <section className="mt-12">
        <h2>{m.privacy_device_title()}</h2>
        <p className="mt-1 mb-5 max-w-measure text-ink-muted">{m.privacy_device_lead()}</p>
        <DeviceList />
      </section>
    </div>
  );
}

function WhoSeesWhat({ minimumGroup }: { minimumGroup: number }) {
  return (
    <>
      <h2>{m.privacy_who_title()}</h2>
      <ul>
        <li>
          {m.privacy_who_assessors()} {m.rounds_privacy()}
        </li>
        <li>{m.privacy_who_consultants()}</li>
        <li>{m.privacy_who_companies()}</li>
        <li>{m.privacy_who_owners()}</li>
        <li>{m.privacy_who_operator()}</li>
      </ul>
      <h3>{m.privacy_threshold_title()}</h3>
      <p>{m.privacy_threshold_body({ count: minimumGroup })}</p>
    </>
  );
}

function HowLong({ session }: { session: { absolute: number; idle: number } }) {
  return (
    <>
      <h2>{m.privacy_long_title()}</h2>
      <ul>
        <li>{m.privacy_long_panel()}</li>
        <li>{m.privacy_long_accounts()}</li>
        <li>{m.privacy_long_sessions(session)}</li>
        <li>{m.privacy_long_backups()}</li>
      </ul>
    </>
  );
}

function Rights() {
  return (
    <>
      <h2>{m.privacy_rights_title()}</h2>
      <ul>
        <li>
          {m.privacy_rights_export_account()} <Link href="/me/data">{m.privacy_rights_account_link()}</Link>
        </li>
        <li>
          {m.privacy_rights_export_assessor()}{" "}
          <Link href="/assess/data">{m.privacy_rights_assessor_link()}</Link>
        </li>
        <li>{m.privacy_rights_erase()}</li>
        <li>
          {m.privacy_rights_texts()} {m.desk_privacy_rights()}
        </li>
        <li>{m.privacy_rights_correct()}</li>
      </ul>
    </>
  );
}

function whatIsKept() {
  return [
    {
      key: "assessors",
      term: m.privacy_what_assessors(),
      value: `${m.privacy_what_assessors_body()} ${m.desk_privacy_kept()} ${m.check_privacy_kept()}`,
    },
    { key: "accounts", term: m.privacy_what_accounts(), value: m.privacy_what_accounts_body() },
    { key: "sessions", term: m.privacy_what_sessions(), value: m.privacy_what_sessions_body() },
    { key: "messages", term: m.privacy_what_messages(), value: m.privacy_what_messages_body() },
    { key: "audit", term: m.privacy_what_audit(), value: m.privacy_what_audit_body() },
    { key: "guard", term: m.privacy_what_guard(), value: m.privacy_what_guard_body() },
  ];
}
