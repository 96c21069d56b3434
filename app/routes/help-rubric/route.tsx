import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound, visitorContext } from "~/http/guards";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { Disclosure } from "~/ui/disclosure";
import { LevelChip } from "~/ui/level-chip";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { type RubricGuide, readRubricGuide } from "~/use-cases/read-help";
import { FunctionGuide } from "./function-guide";

export const meta: MetaFunction<typeof loader> = (args) =>
  args.data ? titled(m.help_rubric_page_title({ name: args.data.rubric.name }), args) : [];

/** `?version=` asks for a version other than the newest: reports point at the one they used. */
export function loader(args: LoaderFunctionArgs) {
  const version = new URL(args.request.url).searchParams.get("version");
  const wanted = { key: args.params.key ?? "", version };
  return { rubric: orNotFound(readRubricGuide(visitorContext(args), wanted, args.context.locale)) };
}

export default function HelpRubric() {
  const { rubric } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: "/help", label: m.help_title() }]}
        kicker={m.help_rubric_kicker({ version: rubric.version })}
        title={rubric.name}
        lead={rubric.summary}
      />
      <div className="grid gap-14">
        <Levels rubric={rubric} />
        <section className="grid gap-5">
          <h2>{m.help_rubric_functions()}</h2>
          <ol className="grid list-decimal gap-x-10 gap-y-1.5 ps-5 sm:grid-cols-2 lg:grid-cols-3">
            {rubric.functions.map(({ key, name }) => (
              <li key={key}>
                <a href={`#${key}`} className="link">
                  {name}
                </a>
              </li>
            ))}
          </ol>
        </section>
        {rubric.functions.map((fn) => (
          <FunctionGuide key={fn.key} fn={fn} levels={rubric.levels.length} />
        ))}
        <About rubric={rubric} />
      </div>
    </>
  );
}

function Levels({ rubric: { levels } }: { rubric: RubricGuide }) {
  return (
    <section className="grid gap-5">
      <h2>{m.help_rubric_levels()}</h2>
      <ol className="grid gap-4">
        {levels.map(({ number, name, meaning }) => (
          <li key={number} className="grid items-start gap-1 sm:grid-cols-[16rem_minmax(0,1fr)] sm:gap-6">
            <LevelChip level={number} levels={levels.length} name={name} />
            <p className="max-w-measure">{meaning}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function About({ rubric: { basisNote, source, changelog } }: { rubric: RubricGuide }) {
  return (
    <section className="grid gap-5">
      <h2>{m.help_rubric_about()}</h2>
      <p className="max-w-measure">{basisNote}</p>
      <div className="max-w-measure">
        <h3>{m.help_rubric_source()}</h3>
        <p className="text-ink-muted">{source}</p>
      </div>
      <div className="max-w-3xl">
        <Disclosure summary={m.help_rubric_changelog()} count={changelog.length}>
          {changelog.map(({ version, date, notes }) => (
            <div key={version}>
              <h4>{m.help_rubric_changelog_entry({ version, date: formatDate(date) })}</h4>
              <ul className="mt-2 grid list-disc gap-1.5 ps-5">
                {notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </div>
          ))}
        </Disclosure>
      </div>
    </section>
  );
}
