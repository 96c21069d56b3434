import { fileURLToPath } from "node:url";
import type { Plugin, Rollup } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const ROUTES = here("../app/routes/");
const FRAME = ["root.tsx", "entry.client.tsx"].map((file) => here(`../app/${file}`));
const QUESTIONNAIRE = ["assess-layout/route.tsx", "assess-function/route.tsx"].map((file) => ROUTES + file);

const isMessage = (id: string) => /\/i18n\/(messages|paraglide\/messages)/.test(id);

type Chunk = "core" | "questionnaire" | undefined;

/**
 * That page may weigh 100 kB of JavaScript, and many small files compress badly: it gets two. One is the framework
 * with the shared parts that the page is made of; the other is what only assessors see. Messages go with the parts
 * that say them, unless other pages say them, too. Nothing else is put together by hand.
 */
function chunksOf({ getModuleInfo, getModuleIds }: Rollup.ManualChunkMeta): (id: string) => Chunk {
  const modules = [...getModuleIds()].filter((id) => !isMessage(id));
  const parts = new Set<string>();
  const visit = (id: string) => {
    if (parts.has(id) || isMessage(id)) return;
    parts.add(id);
    for (const next of getModuleInfo(id)?.importedIds ?? []) visit(next);
  };
  for (const start of [...FRAME, ...QUESTIONNAIRE]) visit(start);
  const placeOf = (id: string): Chunk => {
    if (!parts.has(id)) return undefined;
    return id.startsWith(ROUTES) ? "questionnaire" : "core";
  };
  const saidBy = new Map<string, Set<Chunk>>();
  for (const id of modules.filter((module) => module.includes("/app/"))) {
    // What the questionnaire's own sister pages say beside it may come along with it.
    const place = placeOf(id) ?? (id.startsWith(`${ROUTES}assess-`) ? "questionnaire" : undefined);
    for (const [, key = ""] of (getModuleInfo(id)?.code ?? "").matchAll(/\bm\.(\w+)\(/g))
      saidBy.set(key, (saidBy.get(key) ?? new Set()).add(place));
  }
  const saidIn = new Set(
    [...parts].flatMap((id) =>
      [...(getModuleInfo(id)?.code ?? "").matchAll(/\bm\.(\w+)\(/g)].map(([, key = ""]) => key),
    ),
  );
  return (id) => {
    if (!isMessage(id)) return placeOf(id);
    const key = /\/messages\/(\w+)\.js$/.exec(id)?.[1] ?? "";
    const places = saidBy.get(key);
    if (!places || !saidIn.has(key)) return undefined;
    if (places.has("core")) return "core";
    return places.size === 1 ? "questionnaire" : undefined;
  };
}

export function questionnaireChunks(): Plugin {
  let server = false;
  let chunkOf: ((id: string) => Chunk) | null = null;
  return {
    name: "questionnaire-chunks",
    apply: "build",
    configResolved(config) {
      server = Boolean(config.build.ssr);
    },
    outputOptions(options) {
      if (server) return null;
      const manualChunks = (id: string, meta: Rollup.ManualChunkMeta) => {
        chunkOf ??= chunksOf(meta);
        return chunkOf(id);
      };
      return { ...options, manualChunks, onlyExplicitManualChunks: true };
    },
  };
}
