import type { Locale } from "./locale";

/**
 * The two files that every assessor loads exist once more in each language alone (scripts/build.mjs). A page names
 * them to the browser by an import map, so that everything that imports one of them gets the same one; a browser that
 * knows no import maps loads the files that speak both languages.
 */
const FILE = /^\/assets\/(entry\.client|questionnaire)-[\w-]+\.js$/;

const alone = (file: string, locale: Locale) => file.replace(/js$/, `${locale}.js`);

type Manifest = {
  entry: { module: string; imports: string[] };
  routes: Record<string, { module: string; imports?: string[] } | undefined>;
};

const maps = new WeakMap<Manifest, Map<Locale, string | null>>();

/** The import map of a page in a language, as JSON; null where nothing is to be mapped, as in development. */
export function importMap(manifest: Manifest, locale: Locale): string | null {
  const known = maps.get(manifest) ?? new Map<Locale, string | null>();
  maps.set(manifest, known);
  const map = known.get(locale);
  if (map !== undefined) return map;
  const made = makeMap(manifest, locale);
  known.set(locale, made);
  return made;
}

function makeMap({ entry, routes }: Manifest, locale: Locale): string | null {
  const files = [entry, ...Object.values(routes)].flatMap((part) =>
    part ? [part.module, ...(part.imports ?? [])] : [],
  );
  const mapped = [...new Set(files)].filter((file) => FILE.test(file));
  if (mapped.length === 0) return null;
  return JSON.stringify({ imports: Object.fromEntries(mapped.map((file) => [file, alone(file, locale)])) });
}

const PRELOAD = '<link rel="modulepreload"';

/** A page whose preloaded files are those that the import map leads to; the browser does not ask the map for these. */
export function preloadAlone(page: string, locale: Locale): string {
  // They stand together, in a page that may be long.
  const from = page.indexOf(PRELOAD);
  const end = page.indexOf(">", page.lastIndexOf(PRELOAD));
  if (from < 0) return page;
  const links = page
    .slice(from, end)
    .replace(/(<link rel="modulepreload" href=")([^"]+)"/g, (link, start: string, file: string) =>
      FILE.test(file) ? `${start}${alone(file, locale)}"` : link,
    );
  return page.slice(0, from) + links + page.slice(end);
}
