import { m } from "~/i18n/messages";
import { Disclosure } from "~/ui/disclosure";
import { LevelChip } from "~/ui/level-chip";
import { EvidenceList } from "./evidence-list";
import type { TaskView } from "./views.server";
import { answerWord, confidenceWord, reasonWord } from "./words";

export type OwnJudgmentsProps = { tasks: TaskView[]; levels: number };

/** Everything the assessor has said, to be read and printed. */
export function OwnJudgments({ tasks, levels }: OwnJudgmentsProps) {
  return (
    <ol className="border-t border-line">
      {tasks.map((task) => (
        <li key={task.key} className="keep-together grid gap-3 border-b border-line py-5">
          <h3 className="flex gap-2 text-base">
            <span className="tabular w-5 flex-none font-normal text-ink-muted">{task.number}</span>
            {task.name}
          </h3>
          <div className="grid gap-3 sm:pl-7">
            <JudgmentText task={task} levels={levels} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** One judgment in full. */
export function JudgmentText({ task, levels }: { task: TaskView; levels: number }) {
  const answered = task.indicators.flatMap(({ answer, ...rest }) => (answer ? [{ ...rest, answer }] : []));
  return (
    <>
      <JudgmentChoice task={task} levels={levels} />
      <Change task={task} />
      {task.rationale ? <Words label={m.assess_rationale()} text={task.rationale} /> : null}
      {task.evidence.length > 0 ? (
        <div>
          <p className="text-sm text-ink-muted">{m.evidence_title()}</p>
          <EvidenceList items={task.evidence} />
        </div>
      ) : null}
      {answered.length > 0 ? (
        <Disclosure
          summary={m.assess_indicators()}
          count={m.assess_indicators_answered({ answered: answered.length, total: task.indicators.length })}
        >
          <dl className="grid gap-2">
            {answered.map(({ key, text, answer }) => (
              <div key={key} className="grid gap-x-6 sm:grid-cols-[1fr_auto]">
                <dt>{text}</dt>
                <dd className="font-semibold">{answerWord(answer)}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ) : null}
    </>
  );
}

/** The level as number and name with the confidence, or why there is none. */
export function JudgmentChoice({ task, levels }: { task: TaskView; levels: number }) {
  if (task.cannotJudge) {
    return (
      <p>
        <span className="font-semibold">{m.assess_status_cannot()}.</span> {reasonWord(task.cannotJudge)}.{" "}
        <FromPaper task={task} />
      </p>
    );
  }
  if (task.level === null) return <p className="text-ink-muted">{m.assess_unanswered()}</p>;
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <LevelChip level={task.level} levels={levels} name={task.levelName} />
      {task.confidence === null ? null : (
        <span className="text-sm text-ink-muted">
          {m.assess_confidence_given({ confidence: confidenceWord(task.confidence) })}
        </span>
      )}
      <FromPaper task={task} />
    </div>
  );
}

/** What the answer was in the round before. */
export function Change({ task: { change } }: { task: TaskView }) {
  if (!change) return null;
  const text = change.kept
    ? m.rounds_own_kept()
    : change.from === null
      ? m.rounds_own_changed_cannot()
      : m.rounds_own_changed({ level: change.from });
  return <p className="text-sm text-ink-muted">{text}</p>;
}

function FromPaper({ task }: { task: TaskView }) {
  return task.fromPaper ? <span className="text-sm text-ink-muted">{m.assess_from_paper()}</span> : null;
}

function Words({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <p className="text-sm text-ink-muted">{label}</p>
      <p className="whitespace-pre-line">{text}</p>
    </div>
  );
}
