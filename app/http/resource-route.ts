import type { AppLoadContext, ServerBuild } from "@remix-run/node";

type RouteModule = NonNullable<ServerBuild["routes"][string]>["module"];
type Asked = { request: Request; context: AppLoadContext; params: Record<string, string | undefined> };

/**
 * What answers a request for something that is no page: the loader or the action itself. Remix would match the address
 * twice more and copy the request three times on the way to it. Null where it is for Remix to answer: pages, and
 * methods that the route does not take.
 */
export function resourceRoute(module: RouteModule, method: string) {
  if (module.default || module.ErrorBoundary) return null;
  const work = method === "GET" ? module.loader : method === "POST" ? module.action : undefined;
  return work ?? null;
}

/** Runs the loader or action of a resource route as Remix does: what it throws is the answer, or an unexpected error. */
export async function answerResource(
  work: NonNullable<ReturnType<typeof resourceRoute>>,
  asked: Asked,
  handleError: ServerBuild["entry"]["module"]["handleError"],
): Promise<Response> {
  try {
    const answer = await work(asked);
    if (answer instanceof Response) return answer;
    throw new TypeError("A resource route has to answer with a Response");
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    handleError?.(thrown, asked);
    return new Response("Unexpected Server Error", {
      status: 500,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  }
}
