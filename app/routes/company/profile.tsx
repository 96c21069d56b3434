import { formatList } from "~/i18n/format-number";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { LevelChip } from "~/ui/level-chip";
import { Stat } from "~/ui/stat";
import type { Summary } from "~/use-cases/summaries";

/** The two overall levels of a result, each with how to read it. */
export function OverallStats({ summary }: { summary: Summary }) {
  const { typical, attained, binding, levels, counted, withResult } = summary;
  const locale = getLocale();
  const chip = (level: number | null) => {
    const name = level === null ? undefined : levels[level - 1];
    return (
      <LevelChip
        size="large"
        level={level}
        levels={levels.length}
        name={name ? localized(name, locale) : m.level_none()}
      />
    );
  };
  return (
    <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
      <Stat label={m.consultant_typical_level()} value={chip(typical)}>
        {withResult > 0 ? m.consultant_typical_about({ count: withResult }) : m.consultant_typical_missing()}
      </Stat>
      <Stat label={m.consultant_attained_stage()} value={chip(attained)}>
        {attained === null
          ? m.consultant_attained_missing({ count: counted - withResult })
          : binding.length === counted
            ? m.consultant_attained_all()
            : m.consultant_attained_about({
                functions: shortList(binding.map((fn) => localized(fn, locale))),
              })}
      </Stat>
    </div>
  );
}

/** The level of each function, as number and name. */
export function Profile({ summary }: { summary: Summary }) {
  const { functions, levels } = summary;
  const locale = getLocale();
  return (
    <ol className="gap-x-10 md:columns-2">
      {functions.map((fn) => {
        const name = fn.level === null ? undefined : levels[fn.level - 1];
        return (
          <li
            key={fn.key}
            className="grid min-h-9 break-inside-avoid grid-cols-[minmax(0,1fr)_12.5rem] items-center gap-x-3 border-b border-line py-1.5 text-sm leading-snug max-sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <span>
              {localized(fn.name, locale)}
              {fn.inOverall ? null : <span className="text-ink-muted"> {m.consultant_left_out_short()}</span>}
            </span>
            <LevelChip
              size="small"
              level={fn.level}
              levels={levels.length}
              name={name && localized(name, locale)}
            />
          </li>
        );
      })}
    </ol>
  );
}

/** The most names a sentence takes before it says "and so many more". */
const NAMES = 3;

function shortList(names: string[]): string {
  const rest = names.length - NAMES;
  if (rest <= 1) return formatList(names);
  return formatList([...names.slice(0, NAMES), m.consultant_and_more({ count: rest })]);
}
