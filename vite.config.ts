import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
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

export default defineConfig({
  plugins: [keepStoreOnServer(), tailwindcss(), remix(remixOptions)],
  resolve: { alias: { "~": here("./app"), "#db": here("./db"), "#rubric": here("./rubric") } },
  build: { assetsInlineLimit: 0, target: "es2022" },
});
