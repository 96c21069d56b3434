import type { AppLoadContext } from "@remix-run/node";
import type { RequestArgs } from "./context";

const found = new WeakMap<AppLoadContext, Map<string, unknown>>();

/**
 * What several loaders of one page need, found once a request: Remix calls the one of the layout and the one of the
 * page beside each other. An action finds it anew, since it changes things.
 */
export function once<T>({ request, context }: RequestArgs, what: string, find: () => T): T {
  if (request.method !== "GET" && request.method !== "HEAD") return find();
  const here = found.get(context) ?? new Map<string, unknown>();
  found.set(context, here);
  if (!here.has(what)) here.set(what, find());
  return here.get(what) as T;
}
