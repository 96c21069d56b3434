import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import { narrowing } from "./narrow-build";

type Handler = (request: Request, context: AppLoadContext) => Promise<Response>;

/** Remix over a build; in development the build is read anew for each request. */
export function remixHandler(
  build: ServerBuild | (() => Promise<ServerBuild>),
  development: boolean,
): Handler {
  const mode = development ? "development" : "production";
  const whole = createRequestHandler(build, mode);
  if (typeof build === "function") {
    return (request, context) => {
      context.dataOnly = isDataOnly(request);
      return whole(request, context);
    };
  }
  const narrow = narrowing(build);
  const handlers = new WeakMap<ServerBuild, Handler>();
  return (request, context) => {
    const part = narrow(new URL(request.url).pathname);
    context.dataOnly = isDataOnly(request);
    if (!part) return whole(request, context);
    const handler = handlers.get(part) ?? createRequestHandler(part, mode);
    handlers.set(part, handler);
    context.manifest = build.assets;
    return handler(request, context);
  };
}

const isDataOnly = ({ url }: Request) => new URL(url).pathname.endsWith(".data");
