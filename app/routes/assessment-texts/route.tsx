import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { AssessmentHeader, headerFacts } from "~/routes/assessment/assessment-header";
import { requireManagedAssessment } from "~/routes/assessment/managed";
import { answerRefusal } from "~/routes/assessment/refusals";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { titled } from "~/ui/titled";
import type { AssessmentWithCompany } from "~/use-cases/assessments";
import type { ScopedContext } from "~/use-cases/context";
import { readPanel } from "~/use-cases/panel";
import { LONGEST_COMMENT, LONGEST_SUMMARY, readTexts } from "~/use-cases/report-texts";
import { rubricOf } from "~/use-cases/rubrics";
import { readVersions } from "~/use-cases/versions";
import "~/report/markdown/prose.css";
import { About } from "./about";
import { Preview } from "./preview";
import { renderTexts } from "./preview.server";
import { saveOrPreview } from "./save.server";
import "./texts.css";
import { TextsForm } from "./texts-form";
import { textValues } from "./texts-schema.server";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(`${m.texts_title()} · ${args.data?.header.title ?? ""}`, args);

export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const functions = functionsOf(visit.context, assessment);
  const { texts, version, saved } = readTexts(visit.context, assessment.id);
  const [newest] = readVersions(visit.context, assessment.id, { named: false });
  return {
    header: headerFacts(assessment),
    members: readPanel(visit.context, assessment.id).length,
    ...{ functions, saved, values: { ...textValues(texts), base: String(version) } },
    newest: assessment.state === "published" ? (newest?.number ?? null) : null,
    /** Only where there is no form. */
    read: assessment.state === "archived" ? renderTexts(texts, functions) : null,
    longest: { summary: LONGEST_SUMMARY, comment: LONGEST_COMMENT },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  const { id: assessmentId } = assessment;
  const functions = functionsOf(visit.context, assessment);
  try {
    const again = await saveOrPreview(args, { context: visit.context, assessmentId, functions });
    return again ?? (await redirectSaying(args, `/assessments/${assessmentId}/texts`, m.texts_saved()));
  } catch (error) {
    return answerRefusal(args, error, {});
  }
}

function functionsOf(context: ScopedContext, assessment: AssessmentWithCompany) {
  const locale = getLocale();
  return rubricOf(context, assessment).functions.map(({ key, name }) => ({ key, name: name[locale] }));
}

export default function ReportTextsPage() {
  const { header, members, functions, values, saved, newest, read, longest } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const preview = state && "preview" in state ? state.preview : null;
  const stored = state && "stored" in state ? state.stored : null;
  return (
    <>
      <AssessmentHeader assessment={header} members={members} current="texts" />
      <h2 className="sr-only">{m.texts_title()}</h2>
      {read === null ? (
        <>
          <About newest={newest} />
          <p className="mb-6 text-sm text-ink-muted">{savedText(saved)}</p>
          {stored ? (
            <Notice tone="attention" className="mb-6">
              {m.texts_stale_body()}
            </Notice>
          ) : null}
          <TextsForm
            // What is typed stands until it is saved; then the fields begin anew.
            key={values.base}
            {...{ functions, longest, stored, values: state?.values ?? values, errors: state?.errors }}
          >
            <Preview html={preview} />
            <div className="mt-8 flex flex-wrap gap-3">
              <Button name="intent" value="save">
                {m.texts_save()}
              </Button>
              <Button name="intent" value="preview" variant="secondary">
                {m.texts_preview()}
              </Button>
              <ButtonLink href={`/assessments/${header.id}${stored ? "/texts" : ""}`} variant="quiet">
                {stored ? m.texts_stale_take() : m.consultant_cancel()}
              </ButtonLink>
            </div>
          </TextsForm>
        </>
      ) : (
        <div className="grid gap-8">
          <Notice className="max-w-measure">{m.texts_archived()}</Notice>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by React on the server, which escapes every text */}
          <div className="grid gap-8" dangerouslySetInnerHTML={{ __html: read }} />
        </div>
      )}
    </>
  );
}

function savedText(saved: { at: Date; by: string | null } | null): string {
  if (!saved) return m.texts_not_saved();
  const moment = formatMoment(saved.at);
  return saved.by ? m.texts_saved_at({ moment, name: saved.by }) : m.texts_saved_at_nobody({ moment });
}
