import type { ServerBuild } from "@remix-run/node";

type Routes = Record<string, { path?: string; parentId?: string } | undefined>;

/**
 * Names the route of a path as routes.ts spells it ("/assessments/:assessmentId/report"), so that figures can be kept
 * by route: paths hold ids, of which there are too many. "other" for a path of no route.
 */
export function routePatterns(build: Pick<ServerBuild, "routes">): (pathname: string) => string {
  const routes = build.routes as Routes;
  const patterns = [...new Set(Object.keys(routes).map((id) => pathOf(routes, id)))]
    .filter((path) => !path.includes("*"))
    // Of "/companies/new" and "/companies/:id" the one with fewer parameters is meant.
    .sort((a, b) => parameters(a) - parameters(b))
    .map((path) => ({ path, expression: expressionOf(path) }));
  return (pathname) => {
    const plain = pathname.replace(/\.data$/, "").replace(/(.)\/$/, "$1");
    const asked = plain === "/_root" ? "/" : plain;
    return patterns.find(({ expression }) => expression.test(asked))?.path ?? "other";
  };
}

function pathOf(routes: Routes, id: string): string {
  const parts: string[] = [];
  for (let at: string | undefined = id; at; at = routes[at]?.parentId) parts.unshift(routes[at]?.path ?? "");
  return `/${parts.filter((part) => part !== "").join("/")}`;
}

const parameters = (path: string) => path.split(":").length;

function expressionOf(path: string): RegExp {
  const parts = path.split("/").map((part) => {
    if (part.startsWith(":")) return "[^/]+";
    return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("/")}$`);
}
