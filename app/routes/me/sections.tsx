import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { StatusTag } from "~/ui/status-tag";
import { TextField } from "~/ui/text-field";

type State = { values: Record<string, string>; errors: FieldErrors } | undefined;

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-5 border-t border-line pt-8">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Intent({ name, label }: { name: string; label: string }) {
  return (
    <Form method="post">
      <Button name="intent" value={name} variant="secondary">
        {label}
      </Button>
    </Form>
  );
}

export function PasswordSection({ email, state }: { email: string; state: State }) {
  const errors = state?.errors.current || state?.errors.password ? state.errors : undefined;
  return (
    <Section title={m.account_me_password()}>
      <Form method="post" noValidate className="max-w-md">
        <ErrorSummary errors={errors} />
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextField
          name="current"
          type="password"
          label={m.account_me_password_current()}
          autoComplete="current-password"
          error={errors?.current}
        />
        <TextField
          name="password"
          type="password"
          label={m.account_new_password()}
          autoComplete="new-password"
          error={errors?.password}
        />
        <div className="mt-7">
          <Button name="intent" value="password">
            {m.account_me_password_button()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

/** The password once more, before something that decides who gets in; not for accounts that have none. */
function PasswordAgain({ name, errors }: { name: string; errors?: FieldErrors }) {
  return (
    <TextField
      name={name}
      type="password"
      label={m.account_me_password_current()}
      autoComplete="current-password"
      error={errors?.[name]}
    />
  );
}

type Guarded = { hasPassword: boolean; state: State };

export function EmailSection({ email, hasPassword, state }: Guarded & { email: string }) {
  const errors = state?.errors.email || state?.errors.emailPassword ? state.errors : undefined;
  return (
    <Section title={m.account_me_email()}>
      <p className="max-w-measure text-ink-muted">{m.account_me_email_lead({ email })}</p>
      <Form method="post" noValidate className="max-w-md">
        <ErrorSummary errors={errors} />
        <TextField
          name="email"
          type="email"
          label={m.account_me_email_new()}
          autoComplete="email"
          defaultValue={state?.values.email}
          error={errors?.email}
        />
        {hasPassword ? <PasswordAgain name="emailPassword" errors={errors} /> : null}
        <div className="mt-7">
          <Button name="intent" value="email">
            {m.account_me_email_button()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

type Factor = { enabled: boolean; recoveryCodes: number; required: boolean };

export function FactorSection({ factor, hasPassword, state }: Guarded & { factor: Factor }) {
  const errors = state?.errors.factorPassword ? state.errors : undefined;
  if (!factor.enabled) {
    return (
      <Section title={m.account_me_factor()}>
        <p className="max-w-measure text-ink-muted">{m.account_me_factor_off()}</p>
        <div>
          <ButtonLink href="/me/second-factor">{m.account_me_factor_enable()}</ButtonLink>
        </div>
      </Section>
    );
  }
  return (
    <Section title={m.account_me_factor()}>
      <p className="max-w-measure text-ink-muted">
        {m.account_me_factor_on({ count: factor.recoveryCodes })}
        {factor.required ? ` ${m.account_me_factor_required()}` : null}
      </p>
      <Form method="post" noValidate className="max-w-md">
        <ErrorSummary errors={errors} />
        {hasPassword ? <PasswordAgain name="factorPassword" errors={errors} /> : null}
        <div className="mt-7 flex flex-wrap gap-3">
          <Button name="intent" value="recovery-codes" variant="secondary">
            {m.account_me_factor_renew()}
          </Button>
          {factor.required ? null : (
            <Button name="intent" value="disable-factor" variant="secondary">
              {m.account_me_factor_disable()}
            </Button>
          )}
        </div>
      </Form>
    </Section>
  );
}

type OwnSession = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string;
  address: string;
  current: boolean;
};

export function SessionsSection({ sessions }: { sessions: OwnSession[] }) {
  const unknown = m.account_me_session_unknown();
  return (
    <Section title={m.account_me_sessions()}>
      <DataTable caption={m.account_me_sessions()} captionHidden>
        <thead>
          <tr>
            <th scope="col">{m.account_me_session_device()}</th>
            <th scope="col">{m.account_me_session_address()}</th>
            <th scope="col">{m.account_me_session_started()}</th>
            <th scope="col">{m.account_me_session_seen()}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row">
                {deviceName(session.userAgent) || unknown}{" "}
                {session.current ? <StatusTag tone="done">{m.account_me_session_current()}</StatusTag> : null}
              </th>
              <td>{session.address || unknown}</td>
              <td>{formatMoment(session.createdAt)}</td>
              <td>{formatMoment(session.lastSeenAt)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {sessions.length > 1 ? <Intent name="sessions" label={m.account_me_sessions_end()} /> : null}
    </Section>
  );
}

/** Browser and system in a few words; enough to recognise one's own devices. */
function deviceName(userAgent: string): string {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\//.exec(userAgent)?.[1]?.replace("Edg", "Edge");
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent)?.[1];
  return [browser, system].filter(Boolean).join(" · ");
}
