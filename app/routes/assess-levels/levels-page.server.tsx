import { renderToStaticMarkup } from "react-dom/server";
import { formatDate } from "~/i18n/format";
import { formatList } from "~/i18n/format-number";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { LONGEST_COMMENT } from "~/use-cases/answer-check";
import type { AssessorContext } from "~/use-cases/desk";
import { type InformantCheck, readInformantCheck } from "~/use-cases/informants";
import { answerField, commentField } from "../member-check/fields";
import { FunctionCheck } from "../member-check/function-check";
import { TypedComments } from "./typed-comments";

export type Refused = { values: Record<string, string>; errors: Record<string, string[]> };

type DrawOptions = { locale: Locale; refused?: Refused };

/** The page's title and body; what was typed is given back where there is nothing to answer, or nobody seated. */
export function drawLevels(context: AssessorContext | null, { locale, refused }: DrawOptions) {
  const check = context && readInformantCheck(context, locale);
  const title = check ? m.check_own_title({ company: check.company }) : m.check_own_none_title();
  const html = renderToStaticMarkup(
    check ? (
      <LevelsForm check={check} refused={refused} />
    ) : (
      <Nothing refused={refused} seated={context !== null} />
    ),
  );
  return { title, html };
}

function Nothing({ refused, seated }: { refused?: Refused; seated: boolean }) {
  return (
    <>
      <PageHeader title={m.check_own_none_title()} lead={seated ? m.check_own_none_body() : undefined} />
      <TypedComments values={refused?.values} />
      {seated ? <ToOwnAnswers /> : null}
    </>
  );
}

function ToOwnAnswers() {
  return (
    <p className="mt-6">
      <a href="/assess" className="link inline-flex min-h-11 items-center">
        {m.check_own_back()}
      </a>
    </p>
  );
}

function LevelsForm({ check, refused }: { check: InformantCheck; refused?: Refused }) {
  const { company, title, asOf, kind, number, functions, levels, withoutResult, minimumGroup } = check;
  const values = refused?.values ?? savedValues(check);
  const privacy =
    minimumGroup <= 1 ? m.check_own_privacy_named() : m.check_own_privacy({ minimum: minimumGroup });
  return (
    <>
      <PageHeader
        kicker={title}
        title={m.check_own_title({ company })}
        meta={[m.assess_as_of({ date: formatDate(asOf) })]}
        lead={m.check_own_lead()}
      />
      {kind === "preview" ? (
        <Notice tone="attention" title={m.check_preview_notice()} className="mb-6">
          {m.check_mail_preview_unpublished()}
        </Notice>
      ) : null}
      <Notice className="mb-8">{privacy}</Notice>
      <form method="post" action="/assess/levels" noValidate autoComplete="off">
        <input type="hidden" name={kind} value={number} />
        <div className="border-b border-line">
          {functions.map((fn) => (
            <FunctionCheck
              key={fn.key}
              own
              {...{ fn, levels, values }}
              others={[]}
              longestComment={LONGEST_COMMENT}
              errors={refused?.errors}
            />
          ))}
        </div>
        {withoutResult.length > 0 ? (
          <p className="mt-5 text-ink-muted">{m.check_without_result({ list: formatList(withoutResult) })}</p>
        ) : null}
        <Button className="mt-8 w-full sm:w-auto">{m.check_send()}</Button>
      </form>
      <ToOwnAnswers />
    </>
  );
}

function savedValues({ answers }: InformantCheck): Record<string, string> {
  return Object.fromEntries(
    answers.flatMap(({ functionKey, answer, comment }) => [
      [answerField(functionKey), answer],
      [commentField(functionKey), comment],
    ]),
  );
}

/** For the list of tasks: that there are levels to check; nothing for everybody who is not asked. */
export function drawLevelsBanner(context: AssessorContext, locale: Locale): string {
  if (!readInformantCheck(context, locale)) return "";
  return renderToStaticMarkup(
    <Notice tone="attention" title={m.check_own_banner()} className="mb-4">
      <p>{m.check_own_banner_body()}</p>
      <p className="mt-1">
        <a href="/assess/levels" className="link inline-flex min-h-11 items-center font-semibold">
          {m.check_own_banner_action()}
        </a>
      </p>
    </Notice>,
  );
}
