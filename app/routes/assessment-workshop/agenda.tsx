import { m } from "~/i18n/messages";
import { LevelSquare } from "~/ui/level-chip";
import { Link } from "~/ui/link";
import { StatusTag } from "~/ui/status-tag";
import type { AgendaItemView, StageView } from "./stage-view.server";

/** The functions in the order of the room, each with how far it is; the one on the page is marked. */
export function Agenda({ page, stage }: { page: string; stage: StageView }) {
  return (
    <nav aria-labelledby="agenda-title">
      <h2 id="agenda-title" className="text-base">
        {m.workshop_agenda()}
      </h2>
      <p className="text-sm text-ink-muted">{m.workshop_agenda_about()}</p>
      <ol className="mt-3 border-t border-line">
        {stage.agenda.map((item) => (
          <li key={item.key} className="border-b border-line">
            <Link
              href={`${page}?function=${encodeURIComponent(item.key)}`}
              aria-current={item.key === stage.key ? "true" : undefined}
              className="flex min-h-11 items-center gap-3 border-l-4 border-transparent py-2 pl-2 leading-snug hover:bg-sunken aria-[current]:border-accent aria-[current]:font-bold"
            >
              <span className="min-w-0 flex-1">{item.name}</span>
              <ItemState item={item} names={stage.levelNames} />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function ItemState({ item: { state, level }, names }: { item: AgendaItemView; names: string[] }) {
  if (state === "waiting") return <StatusTag>{m.workshop_state_waiting()}</StatusTag>;
  if (state === "voting") return <StatusTag tone="progress">{m.workshop_state_voting()}</StatusTag>;
  return (
    <>
      <StatusTag tone="done">{m.workshop_state_revealed()}</StatusTag>
      <LevelSquare
        level={level}
        levels={names.length}
        name={level === null ? m.level_none() : names[level - 1]}
        size="small"
      />
    </>
  );
}
