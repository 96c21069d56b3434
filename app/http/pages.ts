import { createHash } from "node:crypto";
import { type AppLoadContext, data } from "@remix-run/node";
import { accepts } from "./compress";
import { type KeptPage, PageCache } from "./page-cache";
import { type DrawnPage, fill, slot, templateOf } from "./page-template";
import { bodyOf, gzipped, joined, lengthOf, type Part, plain } from "./piece";
import { REVALIDATED, revalidated, tagOf } from "./revalidate";
import { inSlots, type OwnTexts, writtenDown } from "./shown-data";

type Loaded = { value: unknown } | { thrown: unknown };
type Loader = (args: { request: Request; context: AppLoadContext; params: Params }) => unknown;
type Params = Record<string, string | undefined>;

/** A page that is asked for: the loaders of its routes by their ids, and what has Remix draw it. */
export type Asked = {
  request: Request;
  context: AppLoadContext;
  params: Params;
  loaders: [string, Loader][];
  draw: () => Promise<Response>;
};

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** Texts of this answer alone, by the property they stand in: see `ownTexts`. */
    own?: Record<string, string>;
    /** What the loaders of the page have answered before Remix was asked to draw it. */
    loaded?: Map<string, Loaded>;
    /** Set while a page is drawn that others may get, too. */
    sheet?: Sheet;
  }
}

/** What stands in a page in place of what belongs to its answer, and what fills it in once it is drawn. */
export type Sheet = {
  nonce: string;
  requestId: string;
  drawn: string | undefined;
  finish: (page: DrawnPage, status: number, headers: Headers) => Buffer<ArrayBuffer>;
};

/** What every page has of its own. */
const SLOTS = { nonce: "text", requestId: "text", drawn: "markup" } as const;

/**
 * Answers with pages, drawing each once for the same content: a page is made of its address, the language and what its
 * loaders answer, and of nothing else. The loaders run for every request; what they say decides who may read what.
 * `release` names the code that draws: a browser that has a page of another one needs it anew.
 */
export function pages(release: string, cache = new PageCache()): (asked: Asked) => Promise<Response> {
  return async (asked) => {
    const { request, context, draw } = asked;
    const loaded = await load(asked);
    context.loaded = loaded;
    const own = new Map(Object.entries(context.own ?? {}));
    const shown = shownBy(loaded, own);
    if (!shown) return draw();
    const { locale, stylesheet, drawn } = context;
    const tag = digestOf(release, request.url, locale, stylesheet, drawn ? "drawn" : "", shown.written);
    const make = () => drawnOrKept({ asked, cache, tag, loaded, own });
    if (!shown.revalidates) return make();
    return revalidated(request, { tag: tagOf(tag, drawn?.digest, [...own]) }, make);
  };
}

/** All loaders beside each other, as Remix runs them. */
async function load({ request, context, params, loaders }: Asked): Promise<Map<string, Loaded>> {
  const loaded = await Promise.all(
    loaders.map(async ([id, loader]): Promise<[string, Loaded]> => {
      try {
        return [id, { value: await loader({ request, context, params }) }];
      } catch (thrown) {
        return [id, { thrown }];
      }
    }),
  );
  return new Map(loaded);
}

/** The loader that Remix calls: it answers what it has answered already in this request. */
export function remembering<L extends Loader>(id: string, loader: L): L {
  const remembered: Loader = (args) => {
    const known = args.context.loaded?.get(id);
    if (!known) return loader(args);
    if ("thrown" in known) throw known.thrown;
    return known.value;
  };
  return remembered as L;
}

/**
 * What a page shows of its loaders' answers, written down. Null where it cannot be another's page, too: one that sets a
 * cookie, an error, a redirect.
 */
function shownBy(loaded: Map<string, Loaded>, own: OwnTexts) {
  const parts: string[] = [];
  let revalidates = false;
  for (const found of loaded.values()) {
    if ("thrown" in found || found.value instanceof Response) return null;
    const { data: shown, init } = apart(found.value);
    const headers = new Headers(init?.headers);
    if ((init?.status ?? 200) !== 200 || headers.has("Set-Cookie")) return null;
    revalidates ||= headers.get("Cache-Control") === REVALIDATED;
    const written = writtenDown([shown, [...headers]], own);
    if (written === null) return null;
    parts.push(written);
  }
  return { written: parts.join(""), revalidates };
}

type WithInit = ReturnType<typeof data>;
const isWithInit = (value: unknown): value is WithInit =>
  typeof value === "object" && value !== null && "type" in value && value.type === "DataWithResponseInit";

/** What a loader has answered, and with which status and headers. */
function apart(value: unknown): { data: unknown; init: ResponseInit | null } {
  return isWithInit(value) ? value : { data: value, init: null };
}

/** The same answers with slots in place of the page's own texts. */
function withSlots(loaded: Map<string, Loaded>, own: OwnTexts): Map<string, Loaded> {
  if (own.size === 0) return loaded;
  const marked = [...loaded].map(([id, found]): [string, Loaded] => {
    if ("thrown" in found) return [id, found];
    const { data: shown, init } = apart(found.value);
    const value = inSlots(shown, own);
    return [id, { value: init ? data(value, init) : value }];
  });
  return new Map(marked);
}

function digestOf(...texts: (string | undefined)[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text?.length ?? ""}:${text ?? ""}`);
  return hash.digest("base64");
}

type Made = { asked: Asked; cache: PageCache; tag: string; loaded: Map<string, Loaded>; own: OwnTexts };

async function drawnOrKept({ asked, cache, tag, loaded, own }: Made): Promise<Response> {
  const { request, context, draw } = asked;
  const { nonce, requestId, drawn } = context;
  const texts = { ...context.own, nonce, requestId, ...(drawn ? { drawn } : {}) };
  const kept = cache.get(tag);
  if (kept) return answer(request, kept, fill(kept.template, texts));
  let broken = false;
  context.loaded = withSlots(loaded, own);
  context.sheet = {
    nonce: slot("nonce"),
    requestId: slot("requestId"),
    drawn: drawn && slot("drawn"),
    finish(page, status, headers) {
      const names = Object.fromEntries([...own.keys()].map((name) => [name, "text"] as const));
      const template = templateOf(page, { ...names, ...SLOTS });
      broken = !template.whole;
      if (status === 200 && !broken) cache.offer(tag, { template, headers: [...headers] });
      return joined(fill(template, texts));
    },
  };
  const response = await draw();
  if (!broken) return response;
  // A page that does not show one of its own texts as it is: drawn for itself, as it should have been.
  context.services.log.error({ requestId, url: request.url }, "a page has altered a text of its own");
  context.loaded = loaded;
  context.sheet = undefined;
  return draw();
}

function answer({ method, headers: asked }: Request, kept: KeptPage, page: Part[]): Response {
  const headers = new Headers(kept.headers);
  if (method === "HEAD") return new Response(null, { headers });
  const packs = accepts(asked, "gzip");
  if (packs) {
    headers.set("Content-Encoding", "gzip");
    headers.append("Vary", "Accept-Encoding");
  }
  const bytes = packs ? gzipped(page) : plain(page);
  headers.set("Content-Length", String(lengthOf(bytes)));
  return new Response(bodyOf(bytes), { headers });
}
