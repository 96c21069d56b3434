import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { narrowing, treeOf } from "./narrow-build";
import { type Asked, pages, remembering } from "./pages";
import { answerResource, resourceRoute } from "./resource-route";

type Handler = (request: Request, context: AppLoadContext) => Promise<Response>;
type Routes = ServerBuild["routes"];

/**
 * Remix over a build; in development the build is read anew for each request. What is no page, and a page that was
 * drawn before, is answered without it: see `answerResource` and `pages`. `release` names the code of the server.
 */
export function remixHandler(
  build: ServerBuild | (() => Promise<ServerBuild>),
  { development = false, release = "" }: { development?: boolean; release?: string } = {},
): Handler {
  const mode = development ? "development" : "production";
  const whole = createRequestHandler(build, mode);
  if (typeof build === "function") {
    return (request, context) => {
      context.dataOnly = isDataOnly(new URL(request.url));
      return whole(request, context);
    };
  }
  const narrow = narrowing(build);
  const parts = new WeakMap<ServerBuild, ReturnType<typeof partOf>>();
  const page = pages(`${release} ${build.assets.version}`);
  return (request, context) => {
    const url = new URL(request.url);
    context.dataOnly = isDataOnly(url);
    const small = narrow(url.pathname);
    if (!small) return whole(request, context);
    const part = parts.get(small) ?? partOf(small, mode);
    parts.set(small, part);
    context.manifest = build.assets;
    const { routes } = small;
    const draw = () => part.handler(request, context);
    const matched = context.dataOnly ? null : matchRoutes(part.tree, url.pathname);
    const leaf = matched?.at(-1);
    const module = leaf && routes[leaf.route.id ?? ""]?.module;
    if (!matched || !module || REMIX_ITS_OWN.some((name) => url.searchParams.has(name))) return draw();
    const { params } = leaf;
    const work = resourceRoute(module, request.method);
    if (work) return answerResource(work, { request, context, params }, build.entry.module.handleError);
    if (!module.default || !["GET", "HEAD"].includes(request.method)) return draw();
    const loaders = matched.flatMap(({ route: { id = "" } }) => loaderOf(routes, id));
    return page({ request, context, params, loaders, draw });
  };
}

/** Parameters that Remix takes out of an address before a loader sees it. */
const REMIX_ITS_OWN = ["index", "_routes"];

const isDataOnly = ({ pathname }: URL) => pathname.endsWith(".data");

/** Remix over few routes, and these as a tree to match addresses with. */
function partOf(build: ServerBuild, mode: string) {
  const routes = Object.fromEntries(
    Object.entries(build.routes).flatMap(([id, route]) => {
      if (!route?.module.loader) return [[id, route]];
      return [[id, { ...route, module: { ...route.module, loader: remembering(id, route.module.loader) } }]];
    }),
  );
  return { handler: createRequestHandler({ ...build, routes }, mode), tree: treeOf(build.routes) };
}

function loaderOf(routes: Routes, id: string): Asked["loaders"] {
  const loader = routes[id]?.module.loader;
  return loader ? [[id, loader]] : [];
}
