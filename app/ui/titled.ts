import { m } from "~/i18n/messages";

/** What `meta` of a route is given, as far as it is needed here. */
type MetaArgs = { matches: { id: string; data: unknown }[] };

/**
 * The browser tab's title of a page. On a page that shows a refused form it begins with "Error:", so that a screen
 * reader says so first. (With JavaScript the page stays and ErrorSummary changes the title.)
 */
export function titled(title: string, { matches }: MetaArgs) {
  const root = matches.find((match) => match.id === "root")?.data as { refused?: boolean } | undefined;
  const full = `${title} · ${m.app_name()}`;
  return [{ title: root?.refused ? m.error_title_prefix({ title: full }) : full }];
}
