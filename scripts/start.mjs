/** `npm start`: dependencies, build where it is missing or out of date, and the production server. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ensureDependencies } from "./dependencies.mjs";

const SOURCES = ["app", "db", "rubric", "public", "project.inlang", "scripts"];
const FILES = ["package-lock.json", "vite.config.ts", "remix.config.js", "tsconfig.json"];
const BUILT = "build/node/serve.mjs";

ensureDependencies();
if (!existsSync(BUILT) || newest() > statSync(BUILT).mtimeMs) {
  console.log("Building ...");
  const { status } = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

const server = spawn(process.execPath, ["--enable-source-maps", BUILT], {
  stdio: "inherit",
  env: { NODE_ENV: "production", ...process.env },
});
// npm hands the signal to this process; the server does the orderly stop.
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 0)));

/** When a source was last changed. Generated messages do not count: the build itself writes them. */
function newest() {
  const times = FILES.map((file) => statSync(file).mtimeMs);
  for (const folder of SOURCES) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile() && !file.includes("paraglide") && !file.startsWith("project.inlang")) {
        times.push(statSync(file).mtimeMs);
      }
    }
  }
  return Math.max(...times);
}
