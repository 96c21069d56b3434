import { formatDate, localDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import type { GivenAnswer } from "~/use-cases/read-check";

/** Who said what, with their comments. */
export function GivenAnswers({ answers }: { answers: GivenAnswer[] }) {
  return (
    <ul className="grid gap-3">
      {answers.map(({ name, answer, comment, at, before }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name; never reordered
        <li key={index} className="max-w-measure border-l-2 border-line pl-4">
          <p className="text-sm font-semibold">
            {saidBy(name, answer, at)}
            {before ? <span className="font-normal text-ink-muted"> · {m.check_before()}</span> : null}
          </p>
          {comment ? <p className="whitespace-pre-line [overflow-wrap:anywhere]">{comment}</p> : null}
        </li>
      ))}
    </ul>
  );
}

/** Without a moment: somebody of the panel, who is not named to this reader. */
function saidBy(name: string | null, answer: GivenAnswer["answer"], at: Date | null): string {
  if (!at) return answer === "confirm" ? m.check_informant_confirm() : m.check_informant_dispute();
  const given = { name: name ?? m.check_former_user(), date: formatDate(localDate(at)) };
  return answer === "confirm" ? m.check_answer_confirm(given) : m.check_answer_dispute(given);
}
