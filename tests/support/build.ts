import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { inRepository } from "./root";

/** The production build of the app. */
export async function readBuild(): Promise<ServerBuild> {
  const file = inRepository("build/server/index.js");
  if (!existsSync(file))
    throw new Error("These tests call the production build. Make it first: npm run build");
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}

/** One address of the app with its parameters still in it, and what it answers to. */
export type Address = { path: string; loads: boolean; acts: boolean; draws: boolean };

/** Every address of the app, so that a test covers tomorrow's pages, too. */
export async function addresses(): Promise<Address[]> {
  const { routes } = await readBuild();
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    if (!route) return "";
    return `${pathOf(route.parentId)}${route.path ? `/${route.path}` : ""}`;
  };
  return Object.values(routes).flatMap((route) => {
    if (!route || !(route.path || route.index)) return [];
    const { loader, action, default: component } = route.module;
    const answers = { loads: Boolean(loader), acts: Boolean(action), draws: Boolean(component) };
    return [{ path: pathOf(route.id) || "/", ...answers }];
  });
}

/** An address with its parameters filled in; a parameter without a value becomes "x". */
export function fill(path: string, values: Record<string, string>): string {
  return path.replace(/:(\w+)\??/g, (_whole, name: string) => values[name] ?? "x");
}
