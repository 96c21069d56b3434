import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin, type Rollup } from "vite";
import remixOptions from "./remix.config.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A component that imports the schema would ship Drizzle to the browser without a word: stop the build instead. */
function keepStoreOnServer(): Plugin {
  return {
    name: "keep-store-on-server",
    enforce: "pre",
    load(id, options) {
      const file = id.split("?")[0] ?? "";
      if (!options?.ssr && file.startsWith(here("./db/"))) {
        this.error(`${file.slice(here("./").length)} belongs to the server but a browser module imports it`);
      }
    },
  };
}

const QUESTIONNAIRE = [
  "root.tsx",
  "entry.client.tsx",
  "routes/assess-layout/route.tsx",
  "routes/assess-function/route.tsx",
].map((file) => here(`./app/${file}`));

/**
 * One file for the framework and the parts that the questionnaire is made of: that page may weigh 100 kB of
 * JavaScript, and many small files compress badly. Messages stay with the pages that say them.
 */
function coreChunk(id: string, { getModuleInfo }: Rollup.ManualChunkMeta): string | undefined {
  if (id.includes("/app/routes/") || id.includes("/app/i18n/messages") || id.includes("/paraglide/messages"))
    return;
  const seen = new Set<string>();
  const isPart = (module: string): boolean => {
    if (QUESTIONNAIRE.includes(module.split("?")[0] ?? "")) return true;
    if (seen.has(module)) return false;
    seen.add(module);
    return (getModuleInfo(module)?.importers ?? []).some(isPart);
  };
  return isPart(id) ? "core" : undefined;
}

function coreInOneFile(): Plugin {
  let server = false;
  return {
    name: "core-in-one-file",
    apply: "build",
    configResolved(config) {
      server = Boolean(config.build.ssr);
    },
    outputOptions(options) {
      return server ? null : { ...options, manualChunks: coreChunk, onlyExplicitManualChunks: true };
    },
  };
}

/** Packages that no browser module imports once Remix has taken loaders and actions out. */
const SERVER_ONLY = [
  "@conform-to/zod",
  "@node-rs/argon2",
  "@remix-run/node",
  "@zxcvbn-ts/language-common",
  "better-sqlite3",
  "csv-parse",
  "csv-stringify",
  "drizzle-orm",
  "nodemailer",
  "openid-client",
  "otpauth",
  "pino",
  "rate-limiter-flexible",
  "yaml",
  "zod",
];

export default defineConfig({
  plugins: [keepStoreOnServer(), coreInOneFile(), tailwindcss(), remix(remixOptions)],
  resolve: { alias: { "~": here("./app"), "#db": here("./db"), "#rubric": here("./rubric") } },
  build: { assetsInlineLimit: 0, target: "es2022" },
  esbuild: { legalComments: "none" },
  // Development: what the browser needs is prepared before the first page, or it would get two copies of React; what
  // only the server needs is left alone, although the scanner meets it in the route files.
  optimizeDeps: {
    include: ["react", "react-dom/client", "react/jsx-dev-runtime", "@remix-run/react", "recharts", "uqr"],
    exclude: SERVER_ONLY,
  },
});
