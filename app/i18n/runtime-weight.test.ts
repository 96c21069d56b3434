import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, it } from "vitest";

const LIMIT = 5 * 1024;

/** What the browser's side of the app takes from the i18n library; messages come on top, page by page. */
const TAKEN = `
export { baseLocale, getLocale, isLocale, locales, overwriteGetLocale } from "./paraglide/runtime.js";
export * from "./paraglide/registry.js";
`;

it("brings at most 5 kB of i18n library to the browser", async () => {
  const { outputFiles } = await build({
    stdin: { contents: TAKEN, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
  });
  const weight = gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).byteLength;
  expect(weight).toBeGreaterThan(100);
  expect(weight).toBeLessThanOrEqual(LIMIT);
});
