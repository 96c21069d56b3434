import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { losePatience } from "#db/patience";
import { type StoreFault, storeFaultOf } from "#db/store-fault";
import { faultPage, formMessage } from "./fault-page";
import { refuse, SECRET_FIELD } from "./form";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** Set when the store has failed this request: how, and what had been typed. */
    storeFault?: { fault: StoreFault; fields: Record<string, string> };
  }
}

const STATUS: Record<StoreFault, number> = { full: 507, busy: 503, unavailable: 503 };
/** In how many seconds it is worth asking again. */
const RETRY_AFTER: Record<StoreFault, number> = { full: 60, busy: 5, unavailable: 30 };

/** Pages that have buttons only and show nothing of an action's answer. */
export const BUTTONS_ONLY = new Set(
  [
    "assess-evidence-reuse",
    "company-delete",
    "invitation-link",
    "mail-message",
    "not-found",
    "person-erase",
  ].map((name) => `routes/${name}/route`),
);

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Work = (args: never) => unknown;
type RouteModule = NonNullable<ServerBuild["routes"][string]>["module"];

/**
 * The same build, whose loaders and actions answer when the store fails: a form comes back with everything that was
 * typed and says why nothing was saved; anything else is 503 or 507. No route need know of it.
 */
export function sparing(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).flatMap(([id, route]) =>
      route ? [[id, { ...route, module: sparingModule(id, route.module) }]] : [],
    ),
  );
  return { ...build, routes };
}

function sparingModule(id: string, module: RouteModule): RouteModule {
  const hasForm = Boolean(module.default) && !BUTTONS_ONLY.has(id);
  return {
    ...module,
    ...(module.loader ? { loader: failing(module.loader) } : {}),
    ...(module.action ? { action: hasForm ? keeping(module.action) : failing(module.action) } : {}),
  };
}

/** The error of the store becomes a response. */
function failing<W extends Work>(work: W): W {
  const wrapped = async (args: Args) => {
    try {
      return await work(args as never);
    } catch (error) {
      const fault = note(args.context, error);
      if (!fault) throw error;
      throw new Response(null, { status: STATUS[fault] });
    }
  };
  return wrapped as unknown as W;
}

/** The error of the store becomes the form again, as it was sent. */
function keeping<W extends Work>(action: W): W {
  const wrapped = async (args: ActionFunctionArgs) => {
    const sent = args.request.clone();
    try {
      return await action(args as never);
    } catch (error) {
      const fields = storeFaultOf(error) ? await typedIn(sent) : {};
      const fault = note(args.context, error, fields);
      if (!fault) throw error;
      return refuse(args, { values: fields, errors: { "": [formMessage(fault)] } }, STATUS[fault]);
    }
  };
  return wrapped as unknown as W;
}

function note(
  context: AppLoadContext,
  error: unknown,
  fields: Record<string, string> = {},
): StoreFault | null {
  const fault = storeFaultOf(error);
  if (!fault) return null;
  const { services, requestId } = context;
  losePatience(services.db.$client, error);
  services.log.warn({ err: error, fault, requestId }, "the store failed a request");
  context.storeFault ??= { fault, fields };
  return fault;
}

async function typedIn(request: Request): Promise<Record<string, string>> {
  const form = await request.formData().catch(() => new FormData());
  return Object.fromEntries(
    [...form].filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && !SECRET_FIELD.test(entry[0]),
    ),
  );
}

/** What answers a request that failed before Remix was asked; null where the store is not to blame. */
export function faultBefore(context: AppLoadContext, error: unknown): Response | null {
  return note(context, error) ? new Response(null, { status: 503 }) : null;
}

/**
 * The response to a request that the store has failed: the right status, when to come back, and, to somebody who looks
 * at a page that does not say what happened, one that does. Any other response as it is.
 */
export async function sayFault(
  request: Request,
  response: Response,
  context: AppLoadContext,
  styles: string[],
): Promise<Response> {
  const failed = context.storeFault;
  if (!failed || response.status < 400) return response;
  const { fault, fields } = failed;
  const headers = new Headers(response.headers);
  headers.set("Retry-After", String(RETRY_AFTER[fault]));
  headers.delete("Content-Length");
  const init = { status: STATUS[fault], headers };
  const type = headers.get("Content-Type");
  const looked = type ? type.startsWith("text/html") : request.headers.get("Accept")?.includes("text/html");
  if (!looked) return new Response(response.body, init);
  const drawn = await response.text();
  if (drawn.includes(formMessage(fault))) return new Response(drawn, init);
  const { pathname, search } = new URL(request.url);
  const page = faultPage({
    fault,
    fields,
    locale: context.locale,
    styles,
    requestId: context.requestId,
    action: pathname + search,
  });
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(page, init);
}

/** The stylesheets of the app, for a page that Remix does not draw. */
export function stylesOf(build: ServerBuild): string[] {
  return build.assets.routes.root?.css ?? [];
}
