import { renderToStaticMarkup } from "react-dom/server";
import { formatMoment } from "~/i18n/format";
import { type Locale, localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { TextArea } from "~/ui/text-area";
import { LONGEST_ANSWER, readQuestions } from "~/use-cases/clarifications";
import type { AssessorContext, Desk } from "~/use-cases/desk";
import { mayReopen } from "~/use-cases/reopen";

type DrawOptions = {
  locale: Locale;
  /** Only what is asked about this function, for its page; without it everything, for the list of tasks. */
  functionKey?: string;
  /** An answer that was not taken, with what was typed. */
  refused?: { values: Record<string, string>; errors: Record<string, string[]> };
};

type Question = ReturnType<typeof readQuestions>[number];
type Drawn = DrawOptions & { desk: Desk };

/**
 * What the consultant asks the assessor about their judgments, those without an answer first, each with a field to
 * answer. Drawn on the server only: it has no state, its form is a plain one, and the questionnaire stays light.
 */
export function drawQuestions(context: AssessorContext, desk: Desk, options: DrawOptions): string {
  const questions = readQuestions(context)
    .filter(({ functionKey: key }) => options.functionKey === undefined || options.functionKey === key)
    .sort((a, b) => Number(a.answeredAt !== null) - Number(b.answeredAt !== null));
  if (questions.length === 0) return "";
  return renderToStaticMarkup(
    <section aria-label={m.desk_own_title()} className="grid gap-4">
      {questions.map((question) => (
        <QuestionItem
          key={question.id}
          question={question}
          {...{ ...options, desk }}
          refused={options.refused?.values.question === question.id ? options.refused : undefined}
        />
      ))}
    </section>,
  );
}

type ItemProps = Drawn & { question: Question };

function QuestionItem(props: ItemProps) {
  const { desk, question, locale, refused } = props;
  const found = desk.rubric.functions.find(({ key }) => key === question.functionKey);
  const title = m.desk_own_question({ fn: found ? localized(found.name, locale) : question.functionKey });
  if (question.answeredAt) {
    return (
      <Disclosure summary={title} count={m.desk_own_answered()} open={refused ? true : undefined}>
        <QuestionBlock {...props} />
      </Disclosure>
    );
  }
  return (
    <div className="rounded-xl border-2 border-attention-line bg-surface p-4 sm:p-5">
      <h2 className="mb-2 text-base">{title}</h2>
      <QuestionBlock {...props} />
    </div>
  );
}

function QuestionBlock(props: ItemProps) {
  const { desk, question, functionKey, refused } = props;
  const { question: text, answer, answeredAt } = question;
  const open = desk.assessment.state === "open";
  return (
    <div className="grid gap-3">
      <p className="max-w-measure whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
      {open || refused ? (
        <AnswerForm {...props} />
      ) : (
        <div>
          <p className="text-sm text-ink-muted">{m.desk_own_answer()}</p>
          <p className={answeredAt ? "whitespace-pre-line [overflow-wrap:anywhere]" : "text-ink-muted"}>
            {answeredAt ? answer : m.desk_own_none()}
          </p>
        </div>
      )}
      {answeredAt ? (
        <p className="text-sm text-ink-muted">{m.desk_answered({ date: formatMoment(answeredAt) })}</p>
      ) : null}
      {open && functionKey === undefined ? <ToJudgment {...props} /> : null}
    </div>
  );
}

function AnswerForm({ desk, question, functionKey, refused }: ItemProps) {
  const { id, answer, answeredAt } = question;
  return (
    <form method="post" action="/assess" noValidate autoComplete="off">
      <input type="hidden" name="question" value={id} />
      <input type="hidden" name="from" value={functionKey === undefined ? "list" : "function"} />
      <TextArea
        name="answer"
        // The error summary leads to the field of the name.
        id={refused ? undefined : `answer-${id}`}
        label={m.desk_own_answer()}
        hint={m.desk_own_answer_hint()}
        error={refused?.errors.answer}
        maxCharacters={LONGEST_ANSWER}
        rows={4}
        defaultValue={refused?.values.answer ?? answer}
        className="mt-0!"
      />
      {desk.assessment.state === "open" ? (
        <Button variant="secondary" className="mt-4 w-full sm:w-auto">
          {answeredAt ? m.desk_own_again() : m.desk_own_send()}
        </Button>
      ) : null}
    </form>
  );
}

/** The way to the judgment itself, as far as it can be changed. */
function ToJudgment({ desk, question: { functionKey } }: ItemProps) {
  const link = "link inline-flex min-h-11 items-center";
  if (desk.editable && desk.tasks.some(({ fn }) => fn.key === functionKey)) {
    return (
      <p>
        <a href={`/assess/functions/${functionKey}`} className={link}>
          {m.desk_own_judge()}
        </a>
      </p>
    );
  }
  if (!mayReopen(desk)) return null;
  return (
    <div className="text-sm text-ink-muted">
      <p>{m.desk_own_reopen()}</p>
      <a href="/assess/done" className={link}>
        {m.desk_own_reopen_link()}
      </a>
    </div>
  );
}
