import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { KEY_PATH, SCHEMA_PATH } from "~/bundle/addresses";
import { publicKeyOf } from "~/bundle/sign";
import { m } from "~/i18n/messages";
import { signingKey } from "~/signing-key.server";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";

export const meta: MetaFunction = (args) => titled(m.bundle_help_title(), args);

/** Public: whoever is handed a bundle needs no account to check it. */
export function loader({ context }: LoaderFunctionArgs) {
  const { keyId } = publicKeyOf(signingKey(context.services.env.DATA_DIR));
  // In groups, as people compare them.
  const groups = keyId.replace(/^sha256:/, "").match(/.{1,4}/g) ?? [];
  return { keyId, groups };
}

const COMMAND = "npm run selaras -- bundle:verify selaras-….json --key ";

export default function HelpBundle() {
  const { keyId, groups } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: "/help", label: m.help_title() }]}
        title={m.bundle_help_title()}
        lead={m.bundle_help_lead()}
      />
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid content-start gap-12">
          <Section id="check" title={m.bundle_help_check()}>
            <p>{m.bundle_help_check_command()}</p>
            <p className="rounded border border-line bg-surface px-4 py-3 font-mono text-sm wrap-anywhere">
              <code>
                {COMMAND}
                {keyId}
              </code>
            </p>
            <p>{m.bundle_help_check_does()}</p>
          </Section>
          <Section id="key" title={m.bundle_help_key()}>
            <p>{m.bundle_help_key_body()}</p>
            <div className="border-s-4 border-accent ps-4">
              <p className="text-sm text-ink-muted">{m.bundle_help_key_fingerprint()}</p>
              <p className="font-mono text-lg font-semibold" translate="no">
                {groups.join(" ")}
              </p>
            </div>
            <p>
              <a href={KEY_PATH} className="link font-semibold">
                {m.bundle_help_key_file()}
              </a>
            </p>
          </Section>
          <div className="grid gap-12 md:grid-cols-2">
            <Section id="proves" title={m.bundle_help_proves()}>
              <List items={[m.bundle_help_proves_unchanged(), m.bundle_help_proves_follows()]} />
            </Section>
            <Section id="proves-not" title={m.bundle_help_proves_not()}>
              <List
                items={[
                  m.bundle_help_not_who(),
                  m.bundle_help_not_true(),
                  m.bundle_help_not_latest(),
                  m.bundle_help_not_when(),
                ]}
              />
            </Section>
          </div>
        </div>
        <Section id="content" title={m.bundle_help_content()}>
          <List
            items={[
              m.bundle_help_content_rubric(),
              m.bundle_help_content_settings(),
              m.bundle_help_content_judgments(),
              m.bundle_help_content_results(),
              m.bundle_help_content_recomputes(),
            ]}
          />
          <h3 className="mt-4">{m.bundle_help_format()}</h3>
          <p>
            {m.bundle_help_format_body()}
            <a href={SCHEMA_PATH} className="link">
              {SCHEMA_PATH}
            </a>
          </p>
        </Section>
      </div>
    </>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section
      className="grid max-w-measure content-start gap-4 border-t-2 border-ink pt-4"
      aria-labelledby={id}
    >
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

function List({ items }: { items: string[] }) {
  return (
    <ul className="grid list-disc gap-3 ps-5 marker:text-ink-muted">
      {items.map((item) => (
        <li key={item} className="ps-1">
          {item}
        </li>
      ))}
    </ul>
  );
}
