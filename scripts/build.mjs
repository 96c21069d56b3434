/**
 * Builds everything the production server and the command line need:
 * messages -> Remix's client and server bundles -> the questionnaire in one language each -> our own server and command line -> compressed assets.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, transform } from "esbuild";

function run(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) process.exit(status ?? 1);
}

const ONE_LANGUAGE = /^(entry\.client|questionnaire)-[\w-]+\.js$/;

run("npm", ["run", "--silent", "i18n"]);
run("npx", ["remix", "vite:build", "--logLevel", "error"]);

await build({
  entryPoints: { serve: "app/http/serve.ts", selaras: "app/cli/main.ts" },
  outdir: "build/node",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  sourcemap: "linked",
  tsconfig: "tsconfig.json",
  logLevel: "warning",
});

// What every assessor loads, once more in each language alone (app/i18n/one-language.ts): a quarter of it is text.
const { locales } = JSON.parse(readFileSync("project.inlang/settings.json", "utf8"));
for (const name of readdirSync("build/client/assets").filter((file) => ONE_LANGUAGE.test(file))) {
  const code = readFileSync(`build/client/assets/${name}`, "utf8");
  for (const locale of locales) {
    const define = { __LOCALE__: JSON.stringify(locale) };
    const options = { define, format: "esm", target: "es2022", minify: true, treeShaking: true };
    const alone = await transform(code, { ...options, legalComments: "none" });
    writeFileSync(`build/client/assets/${name.replace(/js$/, `${locale}.js`)}`, alone.code);
  }
}

// A single letter beyond Latin-1 makes every process hold the whole text with two bytes for each character.
for (const name of readdirSync("build/server/assets").filter((file) => file.endsWith(".js"))) {
  const file = `build/server/assets/${name}`;
  const options = { format: "esm", target: "node20", charset: "ascii", legalComments: "none" };
  writeFileSync(file, (await transform(readFileSync(file, "utf8"), options)).code);
}

const COMPRESSIBLE = new Set([".js", ".css", ".svg", ".html", ".txt", ".json", ".webmanifest"]);
for (const entry of readdirSync("build/client", { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !COMPRESSIBLE.has(extname(entry.name))) continue;
  const file = join(entry.parentPath, entry.name);
  const content = readFileSync(file);
  if (content.length < 1024) continue;
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
}
