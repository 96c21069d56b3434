import { type Entry, fieldsOf, isComplete, isUnsent, standing } from "./outbox";
import type { Seat } from "./outbox-store";
import type { DeskView, TaskView } from "./views.server";

/** Whether an entry answers its function: as the server said, or as far as can be told without it. */
const answers = (entry: Entry) => (isUnsent(entry) ? isComplete(fieldsOf(entry)) : entry.done);

/** Whether this device knows more of a function than the page, which may have been kept for a while. */
const knowsMore = (entry: Entry, { version }: { version: number }) => isUnsent(entry) || entry.base > version;

/** Which functions are answered, with what only this device knows. */
export function tasksWith({ tasks, round }: Seat, entries: Entry[]): Seat["tasks"] {
  return tasks.map((task) => {
    const entry = standing(entries, task.key, round);
    return entry && knowsMore(entry, task) ? { ...task, judged: answers(entry) } : task;
  });
}

/** The desk with what only this device knows: what waits here, or was saved after the page was kept. */
export function deskWith(desk: DeskView, entries: Entry[]): DeskView {
  const tasks = desk.tasks.map((task) => taskWith(desk, task, standing(entries, task.key, desk.round)));
  return {
    ...desk,
    tasks,
    done: tasks.filter(({ judged }) => judged).length,
    next: tasks.find(({ judged }) => !judged) ?? null,
  };
}

function taskWith({ levelNames }: DeskView, task: TaskView, entry: Entry | null): TaskView {
  if (!entry || !knowsMore(entry, task)) return task;
  const { level: chosen, cannotJudge, rationale = "", confidence } = fieldsOf(entry);
  const level = Number(chosen) || null;
  return {
    ...task,
    level,
    levelName: level === null ? undefined : levelNames[level - 1],
    cannotJudge: chosen === "none" ? ((cannotJudge as TaskView["cannotJudge"]) ?? null) : null,
    confidence: level === null ? null : Number(confidence) || null,
    rationale,
    begun: true,
    judged: answers(entry),
    reasonMissing: false,
    contradicting: [],
  };
}
