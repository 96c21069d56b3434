import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const BROWSER_RUNTIME = fileURLToPath(new URL("../app/i18n/browser-runtime.ts", import.meta.url));

/** Whether a module asks for the i18n library's runtime: one of ours by its path, the library's own from beside it. */
function asksForRuntime(source: string, importer = ""): boolean {
  return (
    source.endsWith("/paraglide/runtime.js") ||
    (importer.includes("/paraglide/") && /^\.\.?\/runtime\.js$/.test(source))
  );
}

/**
 * Remix asks at run time which of its flags are on, so the code for their other value travels along. Ours are decided
 * when the app is built (remix.config.js): answered here, that code is left out.
 */
function decideFlags(code: string): string {
  return code
    .replace(
      /(?:window\.__remixContext\.|context\.)?future\.v3_(?:singleFetch|lazyRouteDiscovery|fetcherPersist|relativeSplatPath)\b/g,
      "true",
    )
    .replace(/window\.__remixContext\.isSpaMode\b/g, "false")
    .replace(/if \(isSpaMode\b/g, "if (false")
    .replace(/!isSpaMode\b/g, "true");
}

/**
 * Lets a message be decided when the app is built: scripts/build.mjs writes the two files that every assessor loads
 * once more for each language, with `__LOCALE__` in place of what the page says. Everywhere else the page decides.
 */
function decidable(code: string): string {
  return code
    .replace(
      /const locale = experimentalStaticLocale [^\n]*\n\s*if \(locale === "(\w+)"\) return ([^\n]*)\n\s*return ([^\n]*)\n/,
      'return (typeof __LOCALE__ === "string" ? __LOCALE__ : getLocale()) === "$1" ? $2 : $3\n',
    )
    .replace(/, options = \{\}\) =>/, ") =>");
}

/** Leaves out of the browser's bundle what no page of ours can ever run. */
export function leanClient(): Plugin {
  return {
    name: "lean-client",
    apply: "build",
    enforce: "pre",
    resolveId: (source, importer, options) =>
      !options.ssr && asksForRuntime(source, importer) ? BROWSER_RUNTIME : null,
    transform: (code, id, options) => {
      if (options?.ssr) return null;
      if (id.includes("/@remix-run/react/dist/esm/")) return decideFlags(code);
      return /\/paraglide\/messages\/(?!_index)\w+\.js$/.test(id) ? decidable(code) : null;
    },
  };
}
