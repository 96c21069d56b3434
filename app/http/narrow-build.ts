import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

type Routes = ServerBuild["routes"];
type RouteObject = Parameters<typeof matchRoutes>[0][number];

/** Paths whose routes are remembered; those of one kind count once, since ids are left out. */
const MOST = 2_000;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/**
 * Finds for a path the build with only the routes that can answer it, and the same object for the same routes. Remix
 * sorts all routes and compiles all their patterns anew several times in each request, which with a hundred routes
 * takes longer than to draw a small page. Null where no route answers, or the whole build is needed.
 */
export function narrowing(build: ServerBuild): (pathname: string) => ServerBuild | null {
  const tree = treeOf(build.routes);
  const byPath = new Map<string, ServerBuild | null>();
  const byRoutes = new Map<string, ServerBuild>();
  const find = (pathname: string) => {
    const ids = routesOf(tree, pathname);
    if (!ids) return null;
    const key = ids.join(" ");
    const narrow = byRoutes.get(key) ?? only(build, ids);
    byRoutes.set(key, narrow);
    return narrow;
  };
  return (pathname) => {
    const kind = pathname.replace(ID, "x");
    const known = byPath.get(kind);
    if (known !== undefined) return known;
    const found = find(kind);
    if (byPath.size >= MOST) byPath.clear();
    byPath.set(kind, found);
    return found;
  };
}

/** The routes of a path and, as Remix tells the browser of these at once, of every path above it. */
function routesOf(tree: RouteObject[], pathname: string): string[] | null {
  const plain = pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  const matched = matchRoutes(tree, plain);
  if (!matched || plain === "/__manifest") return null;
  const ids = new Set(matched.map(({ route }) => route.id ?? ""));
  for (let above = plain; above !== "/"; ) {
    above = above.slice(0, above.lastIndexOf("/")) || "/";
    for (const { route } of matchRoutes(tree, above) ?? []) ids.add(route.id ?? "");
  }
  return [...ids].sort();
}

/** The routes as a tree to match addresses with. */
export function treeOf(routes: Routes, parentId?: string): RouteObject[] {
  const children = Object.values(routes).filter(
    (route) => route !== undefined && route.parentId === parentId,
  );
  return children.map(
    ({ id, path, index, caseSensitive }): RouteObject =>
      index ? { id, path, index, caseSensitive } : { id, path, caseSensitive, children: treeOf(routes, id) },
  );
}

function only(build: ServerBuild, ids: string[]): ServerBuild {
  const pick = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)));
  const assets = { ...build.assets, routes: pick(build.assets.routes) };
  return { ...build, assets, routes: pick(build.routes) };
}
