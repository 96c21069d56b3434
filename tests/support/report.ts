import type { Rubric } from "#rubric/schema";
import { type Locale, localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";

type Expected = { levels: (number | null)[]; typical: number | null; attained: number | null };

/** What the text of a report must contain for these levels, in the reader's words. */
export function reportLines(rubric: Rubric, expected: Expected, locale: Locale): string[] {
  const options = { locale };
  const named = (level: number | null) => {
    const name = level === null ? undefined : rubric.levels[level - 1]?.name;
    return name ? `${level} ${localized(name, locale)}` : `– ${m.ui_no_result({}, options)}`;
  };
  const items = rubric.functions.map(({ name }, index) => {
    const level = expected.levels[index] ?? null;
    const fn = localized(name, locale);
    if (level === null) return m.report_profile_item_none({ function: fn }, options);
    return m.report_profile_item({ function: fn, level }, options);
  });
  return [
    `${m.report_typical({}, options)} ${named(expected.typical)}`,
    `${m.report_attained({}, options)} ${named(expected.attained)}`,
    m.report_profile_description({ list: items.join("; ") }, options),
  ];
}
