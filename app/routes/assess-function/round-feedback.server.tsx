import { renderToStaticMarkup } from "react-dom/server";
import { type Locale, localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { LevelSquare } from "~/ui/level-chip";
import { levelClass } from "~/ui/level-scale";
import type { AssessorContext, Desk, Task } from "~/use-cases/desk";
import { type RoundFeedback, readFeedback } from "~/use-cases/rounds-feedback";
import { confidenceWord, reasonWord } from "../assess-layout/words";

/** What the page of a function says in a round after the first; null in the first. */
export type RoundView = {
  /** Where the panel stood and what the assessor said, drawn on the server only: it has no state and no script. */
  html: string;
  kicker: string;
  /** The level they gave before, from which a change must be explained; null where there was none. */
  earlier: number | null;
  reason: { label: string; hint: string } | null;
};

export function roundView(
  context: AssessorContext,
  desk: Desk,
  task: Task,
  locale: Locale,
): RoundView | null {
  const feedback = readFeedback(context, desk, task.fn.key);
  if (!feedback) return null;
  const levels = desk.rubric.levels.map(({ name }) => localized(name, locale));
  const earlier = task.earlier?.level ?? null;
  return {
    html: renderToStaticMarkup(<Feedback {...{ feedback, task, levels }} />),
    kicker: m.rounds_own_kicker({ number: desk.round.number }),
    earlier,
    reason:
      earlier === null
        ? null
        : { label: m.rounds_reason_label(), hint: m.rounds_reason_hint({ level: earlier }) },
  };
}

type FeedbackProps = { feedback: RoundFeedback; task: Task; levels: string[] };

function Feedback({ feedback, task, levels }: FeedbackProps) {
  return (
    <>
      <h2 className="text-lg">{m.rounds_feedback_title()}</h2>
      {feedback.distribution ? (
        <Distribution given={feedback.distribution} earlier={task.earlier?.level ?? null} levels={levels} />
      ) : (
        <p className="mt-2">{m.rounds_feedback_withheld({ minimum: feedback.minimumGroup })}</p>
      )}
      {feedback.rationales ? <Reasons texts={feedback.rationales} /> : null}
      <Said task={task} levels={levels} />
    </>
  );
}

function Distribution(props: { given: number[]; earlier: number | null; levels: string[] }) {
  const { given, earlier, levels } = props;
  const [n, most] = [given.reduce((sum, count) => sum + count, 0), Math.max(...given)];
  return (
    <>
      <p className="mt-1 text-ink-muted">{m.rounds_feedback_lead({ n })}</p>
      <ul className="mt-3 grid gap-1.5">
        {given.map((count, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the level
          <li key={index} className="round-feedback-row">
            <LevelSquare level={index + 1} levels={levels.length} size="small" />
            <span className="min-w-0">
              {levels[index]}
              {earlier === index + 1 ? (
                <strong className="text-accent"> · {m.rounds_feedback_yours()}</strong>
              ) : null}
            </span>
            <span className="tabular text-right">
              <span aria-hidden="true" className={count > 0 ? "font-bold" : "text-ink-muted"}>
                {count}
              </span>
              <span className="sr-only">{m.rounds_feedback_count({ count })}</span>
            </span>
            <svg
              viewBox="0 0 100 6"
              preserveAspectRatio="none"
              aria-hidden="true"
              className={`round-feedback-bar ${levelClass(index + 1, levels.length)}`}
            >
              <rect width="100" height="6" className="fill-line" />
              <rect width={(100 * count) / most} height="6" className="level-fill" />
            </svg>
          </li>
        ))}
      </ul>
    </>
  );
}

function Reasons({ texts }: { texts: string[] }) {
  if (texts.length === 0) return <p className="mt-4 text-ink-muted">{m.rounds_feedback_reasons_none()}</p>;
  return (
    <>
      <h3 className="mt-5 text-base">{m.rounds_feedback_reasons()}</h3>
      <ul className="mt-2 grid gap-2">
        {texts.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same; never reordered
          <li key={index} className="border-l-2 border-line-strong pl-3 whitespace-pre-line">
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Their own answer of before, and the one tap that gives it again. */
function Said({ task, levels }: { task: Task; levels: string[] }) {
  const { earlier, fn } = task;
  if (!earlier) return <p className="mt-5 font-semibold">{m.rounds_said_nothing()}</p>;
  const { level, cannotJudge, confidence, rationale } = earlier;
  const answer = level === null ? cannotText(cannotJudge) : levelText(level, levels);
  const sure = confidence && m.rounds_said_confidence({ confidence: confidenceWord(confidence) });
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3 className="text-base">{m.rounds_said()}</h3>
      <p className="mt-1">
        <strong>{answer}</strong>
        {sure ? `, ${sure}` : null}
      </p>
      {rationale ? <p className="mt-1 whitespace-pre-line">“{rationale}”</p> : null}
      <form method="post" action={`/assess/functions/${fn.key}/keep`} className="mt-3">
        <button type="submit" className="button button-secondary w-full sm:w-auto">
          {level === null ? m.rounds_keep_cannot() : m.rounds_keep_level({ level })}
        </button>
      </form>
      <p className="mt-2 text-sm text-ink-muted">{m.rounds_keep_about()}</p>
    </div>
  );
}

function levelText(level: number, levels: string[]): string {
  const text = m.rounds_said_level({ level, name: levels[level - 1] ?? "" });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function cannotText(reason: Parameters<typeof reasonWord>[0] | null): string {
  return reason ? `${m.assess_status_cannot()}: ${reasonWord(reason)}` : m.assess_status_cannot();
}
