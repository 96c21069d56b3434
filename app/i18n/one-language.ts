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

/** The import map of a page in a language, as JSON; null where nothing is to be mapped, as in development. */
export function importMap({ entry, routes }: Manifest, locale: Locale): string | null {
  const files = [entry, ...Object.values(routes)].flatMap((part) =>
    part ? [part.module, ...(part.imports ?? [])] : [],
  );
  const mapped = [...new Set(files)].filter((file) => FILE.test(file));
  if (mapped.length === 0) return null;
  return JSON.stringify({ imports: Object.fromEntries(mapped.map((file) => [file, alone(file, locale)])) });
}

/** A page whose preloaded files are those that the import map leads to; the browser does not ask the map for these. */
export function preloadAlone(page: string, locale: Locale): string {
  return page.replace(/(<link rel="modulepreload" href=")([^"]+)"/g, (link, start: string, file: string) =>
    FILE.test(file) ? `${start}${alone(file, locale)}"` : link,
  );
}
