import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { StatusTag } from "~/ui/status-tag";
import type { DeskQuestion } from "./desk-view.server";

/** What a member was asked about a judgment, each question with its answer. */
export function Questions({ questions }: { questions: DeskQuestion[] }) {
  if (questions.length === 0) return null;
  return (
    <ol className="grid gap-3">
      {questions.map(({ id, question, askedAt, answer, answeredAt }) => (
        <li key={id} className="grid gap-2 rounded-lg bg-sunken p-3 text-sm">
          <div>
            <p className="text-ink-muted">{m.desk_asked({ date: formatMoment(askedAt) })}</p>
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{question}</p>
          </div>
          {answeredAt ? (
            <div>
              <p className="text-ink-muted">{m.desk_answered({ date: formatMoment(answeredAt) })}</p>
              <p className="font-semibold whitespace-pre-line [overflow-wrap:anywhere]">{answer}</p>
            </div>
          ) : (
            <p>
              <StatusTag tone="progress">{m.desk_waiting()}</StatusTag>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
