import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { currentUser, visitorContext } from "~/http/guards";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { ButtonLink } from "~/ui/button";
import { LevelChip } from "~/ui/level-chip";
import { Notice } from "~/ui/notice";
import { hasOwner } from "~/use-cases/accounts";
import { readRubrics } from "~/use-cases/rubrics";

export const meta: MetaFunction = () => [
  { title: `${m.app_name()} · ${m.account_home_title()}` },
  { name: "description", content: m.account_home_lead() },
];

/** People with an account go to their work; everybody else learns what this is. */
export async function loader(args: LoaderFunctionArgs) {
  if (await currentUser(args)) return redirect("/companies");
  const context = visitorContext(args);
  const levels = readRubrics(context)[0]?.rubric.levels ?? [];
  return { levels, hasOwner: hasOwner(context) };
}

export default function Home() {
  const { levels, hasOwner: owned } = useLoaderData<typeof loader>();
  const audiences = [
    [m.account_home_assessors(), m.account_home_assessors_body()],
    [m.account_home_companies(), m.account_home_companies_body()],
    [m.account_home_consultants(), m.account_home_consultants_body()],
  ];
  return (
    <div className="grid gap-14">
      <header className="grid max-w-3xl gap-6 pt-6">
        <h1 className="text-balance">{m.account_home_title()}</h1>
        <p className="max-w-measure text-lg text-ink-muted">{m.account_home_lead()}</p>
        <p className="flex flex-wrap gap-3">
          <ButtonLink href="/sign-in">{m.nav_sign_in()}</ButtonLink>
          <ButtonLink href="/help" variant="secondary">
            {m.account_home_help()}
          </ButtonLink>
        </p>
        {owned ? null : <Notice tone="attention">{m.account_link_unset_owner()}</Notice>}
      </header>
      <section className="grid gap-5">
        <h2>{m.account_home_levels()}</h2>
        <ol className="grid gap-4">
          {levels.map((level, index) => (
            <li key={level.key} className="grid gap-1 sm:grid-cols-[16rem_1fr] sm:gap-6">
              <LevelChip level={index + 1} levels={levels.length} name={localized(level.name, getLocale())} />
              <p className="max-w-measure text-ink-muted">{localized(level.meaning, getLocale())}</p>
            </li>
          ))}
        </ol>
      </section>
      <section className="grid gap-8 md:grid-cols-3">
        {audiences.map(([title, body]) => (
          <div key={title} className="grid content-start gap-2">
            <h2 className="text-lg">{title}</h2>
            <p className="text-ink-muted">{body}</p>
          </div>
        ))}
      </section>
    </div>
  );
}
