import { formatShortDate } from "~/i18n/format";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { wrapLabel } from "~/report/figures/text-layout";
import { stateLabel } from "~/routes/assessment/state-tag";
import { classNames } from "~/ui/class-names";
import { levelClass } from "~/ui/level-scale";
import type { TimelineEntry } from "~/use-cases/timeline";
import { placeOnLine } from "./timeline-geometry";

/** Heights in px, from the top: the date, the line with the marks, the first line of the name. */
const DATE = 14;
const LINE = 46;
const NAME = 86;
const LINE_HEIGHT = 18;
/** Half the side of a mark. */
const HALF = 17;
const LABEL_WIDTH = 108;

/** A company's assessments on a line of time, each with its typical level. The table beside it says the same. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const { width, places } = placeOnLine(entries.map(({ asOf }) => asOf));
  const marks = entries.map((entry, index) => ({ entry, at: `${(places[index] ?? 0) * 100}%` }));
  const lines = marks.map(({ entry }) => wrapLabel(markName(entry), LABEL_WIDTH, 14));
  const height = NAME + (Math.max(1, ...lines.map(({ length }) => length)) - 1) * LINE_HEIGHT + 8;
  return (
    // biome-ignore-start lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section
      aria-label={m.consultant_timeline()}
      tabIndex={0}
      className="overflow-x-auto rounded-xl border border-line bg-surface px-14 pt-5 pb-4"
    >
      <svg
        role="img"
        aria-label={entries.map((entry) => `${formatShortDate(entry.asOf)}: ${markName(entry)}`).join("; ")}
        width={width}
        height={height}
        className="min-w-full overflow-visible"
      >
        <line x1="0" x2="100%" y1={LINE} y2={LINE} className="stroke-line-strong" strokeWidth="1.5" />
        {marks.map(({ entry, at }, index) => (
          <svg key={entry.id} x={at} overflow="visible" aria-hidden="true">
            <text y={DATE} textAnchor="middle" className="tabular fill-ink-muted text-sm">
              {formatShortDate(entry.asOf)}
            </text>
            <Mark entry={entry} />
            <text textAnchor="middle" className="fill-ink text-sm font-semibold">
              {lines[index]?.map((line, place) => (
                <tspan key={line} x="0" y={NAME + place * LINE_HEIGHT}>
                  {line}{" "}
                </tspan>
              ))}
            </text>
          </svg>
        ))}
      </svg>
    </section>
    // biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above
  );
}

/** The level's name, or why there is none. */
function markName({ summary, state }: TimelineEntry): string {
  if (!summary) return stateLabel(state);
  const name = summary.typical === null ? undefined : summary.levels[summary.typical - 1];
  return name ? localized(name, getLocale()) : m.level_none();
}

/** A filled square with the number; hollow while there is no result, dashed where it is not published. */
function Mark({ entry: { summary } }: { entry: TimelineEntry }) {
  const level = summary?.typical ?? null;
  return (
    <g className={classNames(summary && levelClass(level, summary.levels.length))}>
      <rect
        x={-HALF}
        y={LINE - HALF}
        width={2 * HALF}
        height={2 * HALF}
        rx="8"
        strokeWidth="1.5"
        strokeDasharray={level === null ? "3 3" : undefined}
        className={level === null ? "fill-surface stroke-line-strong" : "level-fill stroke-surface"}
      />
      <text
        y={LINE}
        dy="0.355em"
        textAnchor="middle"
        className={classNames("font-bold", level === null ? "fill-ink-muted" : "level-on-fill")}
      >
        {level ?? "–"}
      </text>
    </g>
  );
}
