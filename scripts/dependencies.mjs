/** What a clean clone lacks, made when it is missing, so that it needs no command of its own. */
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["app", "db", "rubric", "public", "project.inlang", "scripts"];
const FILES = ["package-lock.json", "vite.config.ts", "remix.config.js", "tsconfig.json"];
const BUILT = "build/node/serve.mjs";

/** Installs when there is nothing, or when the lock file is newer than what was installed. Exits on failure. */
export function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Selaras needs Node.js 20.19 or newer; this is ${process.version}.`);
    process.exit(1);
  }
  const installed = "node_modules/.package-lock.json";
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs) return;
  refuseLink("node_modules");
  console.error("Installing dependencies (once; a minute or two) ...");
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"]);
}

/** npm empties the folder that such a link leads to, which may be another checkout's. */
function refuseLink(folder) {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  console.error(
    `The dependencies are missing or out of date, and ${folder} is a symbolic link to ${readlinkSync(folder)}: ` +
      "installing would empty that folder. Run `npm ci` where it belongs, or remove the link and start again.",
  );
  process.exit(1);
}

/** Builds when there is no build, or when a source is newer than it. Exits on failure. */
export function ensureBuild() {
  ensureDependencies();
  if (existsSync(BUILT) && newest() <= statSync(BUILT).mtimeMs) return;
  console.error("Building ...");
  run(process.execPath, ["scripts/build.mjs"]);
}

/** Progress goes to stderr: what a command prints on stdout may be piped. */
function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

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
