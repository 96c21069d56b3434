import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound } from "~/http/guards";
import { isLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { PrintButton } from "~/routes/assess-done/print-button";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { Button } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { SelectField } from "~/ui/select-field";
import { titled } from "~/ui/titled";
import { readPanel } from "~/use-cases/panel";
import { readQuestionnaire } from "~/use-cases/paper";
import { renderPaper } from "./render-paper.server";
import "./paper.css";
import "./paper-print.css";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(`${m.paper_title()} · ${args.data?.assessment.title ?? ""}`, args);

/** The form in the language and for the member of the address: `?language=` and `?member=`. */
export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const wanted = new URL(args.request.url).searchParams;
  const language = wanted.get("language");
  const locale = language && isLocale(language) ? language : assessment.language;
  const memberId = wanted.get("member") || null;
  const members = readPanel(visit.context, assessment.id).map(({ id, name }) => ({ id, name }));
  if (memberId) orNotFound(members.find(({ id }) => id === memberId));
  const html = renderPaper(readQuestionnaire(visit.context, assessment.id, memberId), locale);
  return {
    assessment: { id: assessment.id, title: assessment.title },
    members,
    chosen: { language: locale, member: memberId ?? "" },
    html,
  };
}

export default function PaperQuestionnaire() {
  const { assessment, members, chosen, html } = useLoaderData<typeof loader>();
  const page = `/assessments/${assessment.id}`;
  return (
    <>
      <div className="print-hidden">
        <PageHeader
          breadcrumbs={[
            { href: page, label: assessment.title },
            { href: `${page}/panel`, label: m.consultant_tab_panel() },
          ]}
          title={m.paper_title()}
          lead={m.paper_lead()}
        />
        <form
          method="get"
          className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-4 [&>.field+.field]:mt-0"
          key={`${chosen.language} ${chosen.member}`}
        >
          <SelectField
            name="language"
            label={m.paper_language()}
            options={[
              { value: "id", label: m.ui_language_id() },
              { value: "en", label: m.ui_language_en() },
            ]}
            defaultValue={chosen.language}
          />
          <SelectField
            name="member"
            label={m.paper_member()}
            options={[
              { value: "", label: m.paper_blank() },
              ...members.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            defaultValue={chosen.member}
          />
          <Button variant="secondary">{m.paper_show()}</Button>
          <PrintButton />
        </form>
        <p className="mb-8 text-sm text-ink-muted">{m.paper_print_hint()}</p>
      </div>
      <section aria-label={m.paper_preview()}>
        <article
          className="paper"
          lang={chosen.language}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by React on the server, which escapes every text
          dangerouslySetInnerHTML={{ __html: html }}
        />
      </section>
    </>
  );
}
