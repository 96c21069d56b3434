import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { Drawn } from "~/ui/drawn";
import { LanguageSwitch } from "~/ui/language-switch";
import { PageHeader } from "~/ui/page-header";
import { SiteShell } from "~/ui/site-shell";
import { titled } from "~/ui/titled";
import { PassphraseForm } from "./passphrase-form";
import { readSharedPage } from "./shared-page.server";
import { tryPassphrase } from "./try-passphrase.server";
import "../../report/markdown/prose.css";
import "../assessment-report/report.css";
import "../assessment-report/summary.css";
import "../assessment-report/function.css";
import "../assessment-report/downloads.css";
import "../assessment-report/print.css";

export const meta: MetaFunction<typeof loader> = (args) => {
  const page = args.data;
  const title =
    page?.kind === "report"
      ? m.report_page_title({ company: page.company, asOf: formatDate(page.asOf) })
      : m.share_kicker();
  return [
    ...titled(title, args),
    { name: "robots", content: "noindex, nofollow" },
    // The address is the key: not even our own pages and files are told it, only that the request comes from here.
    { name: "referrer", content: "strict-origin" },
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  const page = await readSharedPage(args);
  return data(page, { status: page.kind === "dead" || page.kind === "away" ? 404 : 200 });
}

export async function action(args: ActionFunctionArgs) {
  const answer = await tryPassphrase(args);
  if ("state" in answer) return answer.state;
  return redirect(answer.to, { headers: answer.headers });
}

/** The same for every answer, also where something goes wrong on the way. */
export const headers: HeadersFunction = () => ({
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex, nofollow",
});

/** A report for somebody with a link: to be read, in either language, and nothing else. */
export default function SharedReport() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { pathname } = useLocation();
  return (
    <SiteShell
      variant={page.kind === "report" ? "app" : "assessor"}
      language={<LanguageSwitch current={getLocale()} returnTo={pathname} />}
      footer={
        page.kind === "report" ? (
          <p>
            {m.share_footer()} {m.share_until({ date: formatDate(page.until) })}
          </p>
        ) : null
      }
    >
      {page.kind === "report" ? (
        <Drawn id="report" className="report" html={page.html} />
      ) : page.kind === "locked" ? (
        <PassphraseForm errors={state?.errors} />
      ) : (
        <PageHeader
          title={page.kind === "away" ? m.share_away_title() : m.share_dead_title()}
          lead={page.kind === "away" ? m.share_away_body() : m.share_dead_body()}
        />
      )}
    </SiteShell>
  );
}
