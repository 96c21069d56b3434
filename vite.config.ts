import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import remixOptions from "./remix.config.js";
import { leanClient } from "./scripts/lean-client";
import { questionnaireChunks } from "./scripts/questionnaire-chunks";

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
  "fontkit",
  "nodemailer",
  "openid-client",
  "otpauth",
  "pdfkit",
  "pino",
  "rate-limiter-flexible",
  "read-excel-file",
  "yaml",
  "zod",
];

export default defineConfig({
  plugins: [keepStoreOnServer(), leanClient(), questionnaireChunks(), tailwindcss(), remix(remixOptions)],
  resolve: { alias: { "~": here("./app"), "#db": here("./db"), "#rubric": here("./rubric") } },
  build: {
    assetsInlineLimit: 0,
    target: "es2022",
    // No module of ours or of the packages does anything by having a property read.
    rollupOptions: { treeshake: { propertyReadSideEffects: false, tryCatchDeoptimization: false } },
  },
  esbuild: { legalComments: "none" },
  // Development: what the browser needs is prepared before the first page, or it would get two copies of React; what
  // only the server needs is left alone, although the scanner meets it in the route files.
  optimizeDeps: {
    include: ["react", "react-dom/client", "react/jsx-dev-runtime", "@remix-run/react", "recharts", "uqr"],
    exclude: SERVER_ONLY,
  },
});
