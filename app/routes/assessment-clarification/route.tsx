import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { filledTextField } from "~/http/fields";
import { redirectSaying } from "~/http/flash";
import { readForm } from "~/http/form";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { answerRefusal } from "~/routes/assessment/refusals";
import { Questions } from "~/routes/assessment-disagreement/questions";
import { VoiceText } from "~/routes/assessment-disagreement/voices";
import { whoSaid } from "~/routes/assessment-disagreement/words";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { labelledErrors } from "~/ui/labelled-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { TextArea } from "~/ui/text-area";
import { titled } from "~/ui/titled";
import { askClarification, LONGEST_QUESTION } from "~/use-cases/clarifications";
import { askView, requireVoice } from "./ask-view.server";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? m.desk_ask_title(args.data.voice) : "", args);

export async function loader(args: LoaderFunctionArgs) {
  return askView(await requireVoice(args), getLocale());
}

/** Sends the question. */
export async function action(args: ActionFunctionArgs) {
  const { visit, assessment, found } = await requireVoice(args);
  const form = await readForm(args, z.object({ question: filledTextField(LONGEST_QUESTION) }));
  if (!form.ok) return form.refuse();
  const { memberId, name } = found.voice;
  const functionKey = found.fn.key;
  try {
    askClarification(visit.context, assessment.id, { functionKey, memberId }, form.value.question);
    const back = `/assessments/${assessment.id}/disagreement#fn-${functionKey}`;
    return await redirectSaying(args, back, m.desk_ask_done({ name }));
  } catch (error) {
    return answerRefusal(args, error, form.values);
  }
}

/** Asks one member what they meant by a judgment. */
export default function AskForClarification() {
  const { assessment, fn, voice, text, language, longest } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const desk = `/assessments/${assessment.id}/disagreement`;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { href: `/assessments/${assessment.id}`, label: assessment.title },
          { href: desk, label: m.desk_tab() },
        ]}
        kicker={fn.name}
        title={m.desk_ask_title(voice)}
      />
      <ErrorSummary
        errors={labelledErrors(state?.errors, { question: m.desk_ask_text() })}
        title={m.desk_ask_failed()}
      />
      <section className="mb-10 grid max-w-measure gap-2 border-l-4 border-accent pl-4">
        <h2 className="text-base">{m.desk_ask_judgment()}</h2>
        <p className="font-semibold">{whoSaid(voice)}</p>
        <VoiceText voice={voice} />
      </section>
      {voice.questions.length > 0 ? (
        <section className="mb-10 grid max-w-measure gap-3">
          <h2 className="text-base">{m.desk_ask_before()}</h2>
          <Questions questions={voice.questions} />
        </section>
      ) : null}
      {assessment.open || state ? (
        <Form method="post" noValidate className="grid max-w-measure gap-6">
          <TextArea
            name="question"
            label={m.desk_ask_text()}
            hint={m.desk_ask_text_hint()}
            error={state?.errors.question}
            maxCharacters={longest}
            rows={6}
            defaultValue={state?.values.question ?? text}
          />
          <p className="text-sm text-ink-muted">
            {m.desk_ask_language({ language })} {m.desk_ask_link()}
          </p>
          <div className="flex flex-wrap gap-3">
            <Button>{m.desk_ask_send()}</Button>
            <ButtonLink href={`${desk}#fn-${fn.key}`} variant="quiet">
              {m.consultant_cancel()}
            </ButtonLink>
          </div>
        </Form>
      ) : (
        <Notice>{m.desk_ask_closed()}</Notice>
      )}
    </>
  );
}
