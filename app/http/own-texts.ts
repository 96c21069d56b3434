import type { RequestArgs } from "./context";

/**
 * Names texts in the loader's data that the same page shows otherwise in other answers, such as somebody's name, by the
 * property they stand in: the page is then drawn once for all of them. Only for texts that the page shows as they are:
 * what it cuts, compares or writes in capitals is none. The properties' names are of letters only.
 */
export function ownTexts({ context }: Pick<RequestArgs, "context">, texts: Record<string, string>): void {
  context.own = { ...context.own, ...texts };
}
