import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";
import type { TaskView } from "./views.server";

/** Points out, without judging it, that the chosen level includes indicators answered "not met". */
export function Contradiction({ task }: { task: TaskView }) {
  const { level, contradicting } = task;
  if (level === null || contradicting.length === 0) return null;
  return (
    <Notice title={m.assess_contradiction({ level, count: contradicting.length })}>
      <ul className="grid list-disc gap-1 pl-5">
        {contradicting.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className="mt-2 text-ink-muted">{m.assess_contradiction_hint()}</p>
    </Notice>
  );
}
