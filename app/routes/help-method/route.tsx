import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { type MethodEntry, type MethodSection, readMethod } from "~/use-cases/read-method";
import "./method.css";

export const meta: MetaFunction = (args) => titled(m.help_method_title(), args);

/** Public: how numbers come about is nobody's secret. */
export function loader(args: LoaderFunctionArgs) {
  return readMethod(args.context.locale);
}

const SECTIONS: Record<MethodSection["key"], { title: () => string; lead: () => string }> = {
  level: { title: m.help_method_section_level, lead: m.help_method_section_level_lead },
  overall: { title: m.help_method_section_overall, lead: m.help_method_section_overall_lead },
  agreement: { title: m.help_method_section_agreement, lead: m.help_method_section_agreement_lead },
  change: { title: m.help_method_section_change, lead: m.help_method_section_change_lead },
};

export default function HelpMethod() {
  const { name, version, sections } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: "/help", label: m.help_title() }]}
        kicker={m.help_method_version({ name, version })}
        title={m.help_method_title()}
        lead={m.help_method_lead()}
      />
      <p className="max-w-measure text-ink-muted">{m.help_method_notation()}</p>
      <nav aria-label={m.help_method_title()} className="method-contents print-hidden">
        {sections.map(({ key, entries }) => (
          <div key={key}>
            <a href={`#section-${key}`} className="font-semibold">
              {SECTIONS[key].title()}
            </a>
            <ul>
              {entries.map((entry) => (
                <li key={entry.key}>
                  <a href={`#${entry.key}`}>{entry.name}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {sections.map(({ key, entries }) => (
        <section key={key} id={`section-${key}`} className="method-section">
          <h2>{SECTIONS[key].title()}</h2>
          <p className="max-w-measure text-ink-muted">{SECTIONS[key].lead()}</p>
          {entries.map((entry) => (
            <Entry key={entry.key} entry={entry} />
          ))}
        </section>
      ))}
    </>
  );
}

function Entry({ entry }: { entry: MethodEntry }) {
  const { key, name, formula, reading, limits, sources } = entry;
  return (
    <section id={key} className="method-entry keep-together">
      <h3>{name}</h3>
      <p className="method-formula">
        <span className="sr-only">{m.help_method_formula()}: </span>
        {formula}
      </p>
      <dl>
        <dt>{m.help_method_reading()}</dt>
        <dd>{reading}</dd>
        <dt>{m.help_method_limits()}</dt>
        <dd>{limits}</dd>
        {sources.length > 0 ? (
          <>
            <dt>{m.help_method_sources()}</dt>
            <dd>
              <Sources sources={sources} />
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

function Sources({ sources }: Pick<MethodEntry, "sources">) {
  return sources.map(({ text, doi }, index) => (
    <span key={text}>
      {index > 0 ? "; " : null}
      {doi ? (
        <a href={`https://doi.org/${doi}`} rel="noreferrer" className="link">
          {text}
        </a>
      ) : (
        text
      )}
    </span>
  ));
}
