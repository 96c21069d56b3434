import { m } from "~/i18n/messages";
import { fieldId } from "~/ui/form-errors";
import { Link } from "~/ui/link";
import { SummaryList } from "~/ui/summary-list";
import { Contradiction } from "../assess-layout/contradiction";
import { Change, JudgmentChoice } from "../assess-layout/own-judgments";
import type { TaskView } from "../assess-layout/views.server";

/** How much of a rationale stands in a row; the whole of it is one link away. */
const EXCERPT = 160;

export function Missing({ tasks }: { tasks: TaskView[] }) {
  return (
    <section className="mb-10">
      <h2 className="mb-3">{m.assess_missing_title({ count: tasks.length })}</h2>
      <ul className="border-t border-line">
        {tasks.map(({ key, name, reasonMissing }) => (
          <li key={key} className="border-b border-line">
            <Link
              href={`/assess/functions/${key}`}
              id={fieldId(key)}
              className="link flex min-h-12 items-center font-semibold"
            >
              {reasonMissing ? m.rounds_reason_missing_one({ name }) : name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Judged({ tasks, levels }: { tasks: TaskView[]; levels: number }) {
  const rows = tasks.map((task) => ({
    key: task.key,
    term: task.name,
    value: <Answer task={task} levels={levels} />,
    change: { href: `/assess/functions/${task.key}`, what: task.name },
  }));
  return <SummaryList rows={rows} />;
}

function Answer({ task, levels }: { task: TaskView; levels: number }) {
  return (
    <div className="grid gap-2">
      <JudgmentChoice task={task} levels={levels} />
      <Change task={task} />
      {task.rationale ? <p>{excerpt(task.rationale)}</p> : null}
      {task.rationale || task.cannotJudge ? null : (
        <p className="text-ink-muted">{m.assess_no_rationale()}</p>
      )}
      {task.evidence.length > 0 ? (
        <p className="text-sm text-ink-muted">{m.evidence_count({ count: task.evidence.length })}</p>
      ) : null}
      <Contradiction
        level={task.level}
        texts={task.contradicting}
        explainHref={`/assess/functions/${task.key}#${fieldId("rationale")}`}
      />
    </div>
  );
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT).replace(/\s+\S*$/, "")} …`;
}
