import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { LevelChip } from "~/ui/level-chip";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { ProgressBar } from "~/ui/progress-bar";
import { StatusTag } from "~/ui/status-tag";
import { type TaskItem, TaskList } from "~/ui/task-list";
import { ActionBar } from "../assess-layout/action-bar";
import { RoundLead, Standing } from "../assess-layout/round-notes";
import type { DeskView, TaskView } from "../assess-layout/views.server";

export function Tasks({ desk }: { desk: DeskView }) {
  const { tasks, done, late, next } = desk;
  return (
    <>
      {late ? (
        <Notice tone="attention" className="mb-6">
          {m.assess_late()}
        </Notice>
      ) : null}
      <RoundLead desk={desk} />
      <ProgressBar
        value={done}
        max={tasks.length}
        label={m.assess_progress({ done, total: tasks.length })}
        className="mb-6"
      />
      {desk.askedSome && desk.again === null ? (
        <p className="-mt-3 mb-6 text-ink-muted">{m.assess_asked_some(desk.askedSome)}</p>
      ) : null}
      <TaskList items={tasks.map((task) => taskItem(task, desk.levels))} />
      <Standing desk={desk} />
      <p className="mt-6 text-ink-muted">{next ? m.assess_come_back() : m.assess_all_judged()}</p>
      <ActionBar>
        <ButtonLink
          href={next ? `/assess/functions/${next.key}` : "/assess/check"}
          className="w-full text-balance sm:w-auto"
        >
          {nextLabel(desk)}
        </ButtonLink>
      </ActionBar>
      <p className="mt-4">
        <Link href="/assess/decline" className="link inline-flex min-h-11 items-center">
          {m.panel_decline_link()}
        </Link>
      </p>
    </>
  );
}

function nextLabel({ next, tasks }: DeskView): string {
  if (!next) return m.assess_check_answers();
  return tasks.some(({ begun }) => begun)
    ? m.assess_continue_with({ name: next.name })
    : m.assess_begin_with({ name: next.name });
}

function taskItem(task: TaskView, levels: number): TaskItem {
  const { key, number, name, level, levelName } = task;
  return {
    key,
    number,
    title: name,
    href: `/assess/functions/${key}`,
    status: <Status task={task} />,
    aside: level === null ? null : <LevelChip level={level} levels={levels} name={levelName} size="small" />,
  };
}

function Status({ task }: { task: TaskView }) {
  if (task.cannotJudge) return <StatusTag tone="done">{m.assess_status_cannot()}</StatusTag>;
  if (task.judged) return <StatusTag tone="done">{m.assess_status_judged()}</StatusTag>;
  if (task.reasonMissing) return <StatusTag tone="attention">{m.rounds_status_reason()}</StatusTag>;
  if (task.begun) return <StatusTag tone="progress">{m.assess_status_begun()}</StatusTag>;
  return <StatusTag>{m.assess_status_none()}</StatusTag>;
}
