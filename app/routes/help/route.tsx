import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { STABLE_BELOW } from "#rubric/scoring/rounds";
import { visitorContext } from "~/http/guards";
import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { Link } from "~/ui/link";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { DEFAULT_MINIMUM_GROUP } from "~/use-cases/assessments";
import { readRubricEntries } from "~/use-cases/read-help";
import { Guides } from "./guides";

export const meta: MetaFunction = (args) => titled(m.help_title(), args);

export function loader(args: LoaderFunctionArgs) {
  const rubrics = readRubricEntries(visitorContext(args), args.context.locale);
  return { rubrics, minimumGroup: DEFAULT_MINIMUM_GROUP, stableBelow: STABLE_BELOW };
}

export default function Help() {
  const { rubrics, minimumGroup, stableBelow } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.help_title()} lead={m.help_lead()} />
      <div className="grid gap-14">
        <section className="grid gap-5" aria-labelledby="guides">
          <h2 id="guides">{m.help_guides_title()}</h2>
          <Guides minimumGroup={minimumGroup} stableBelow={stableBelow} />
        </section>
        <div className="grid gap-12 lg:grid-cols-2">
          <section className="grid content-start gap-5">
            <h2>{m.help_rubrics_title()}</h2>
            <p className="max-w-measure text-ink-muted">{m.help_rubrics_lead()}</p>
            <ul className="grid gap-5">
              {rubrics.map(({ key, name, summary, functions, levels, version }) => (
                <li key={key} className="border-t border-line pt-4">
                  <Link href={`/help/rubrics/${key}`} className="link text-lg font-semibold">
                    {name}
                  </Link>
                  <p className="mt-1 max-w-measure">{summary}</p>
                  <p className="mt-1 text-sm text-ink-muted">
                    {m.help_rubric_size({ functions, levels, version })}
                  </p>
                </li>
              ))}
            </ul>
          </section>
          <Words />
        </div>
        <section className="grid gap-4">
          <h2>{m.help_method_link_title()}</h2>
          <p className="max-w-measure text-ink-muted">{m.help_method_link_body()}</p>
          <p>
            <ButtonLink href="/help/method" variant="secondary">
              {m.help_method_link()}
            </ButtonLink>
          </p>
        </section>
        <section className="grid gap-4">
          <h2>{m.bundle_help_link_title()}</h2>
          <p className="max-w-measure text-ink-muted">{m.bundle_help_link_body()}</p>
          <p>
            <ButtonLink href="/help/bundle" variant="secondary">
              {m.bundle_help_link()}
            </ButtonLink>
          </p>
        </section>
      </div>
    </>
  );
}

function Words() {
  const words = [
    [m.help_word_rubric(), m.help_word_rubric_body()],
    [m.help_word_descriptor(), m.help_word_descriptor_body()],
    [m.help_word_panel(), m.help_word_panel_body()],
    [m.help_word_level(), m.help_word_level_body()],
    [m.help_word_attained(), m.help_word_attained_body()],
  ];
  return (
    <section className="grid content-start gap-5">
      <h2>{m.help_words_title()}</h2>
      <dl className="grid gap-4">
        {words.map(([word, body]) => (
          <div key={word} className="border-t border-line pt-3">
            <dt className="font-semibold">{word}</dt>
            <dd className="max-w-measure text-ink-muted">{body}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
