/**
 * Adds to package-lock.json the optional packages that are missing from it. `npm install` leaves out a binary for
 * another platform when the registry it asks does not carry it, and `npm ci` then refuses the lock file everywhere.
 * Run after `npm install`: node scripts/complete-lock.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const SYSTEMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const PROCESSORS = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];
/** Spellings of "arm" in package names. */
const ARMS = ["gnueabihf", "musleabihf", "eabi"];

/** The optional dependencies without an entry: where each would stand, and what it would say. */
export function missingEntries(lock) {
  return Object.entries(lock.packages).flatMap(([path, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => !isResolved(lock, path, name))
      .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version, parent)]),
  );
}

/** Whether Node would find `name` from the package at `path`: in its own node_modules or in one above. */
function isResolved(lock, path, name) {
  const folders = path.split("/node_modules/");
  return (
    folders.some((_, depth) => {
      const base = folders.slice(0, folders.length - depth).join("/node_modules/");
      return `${base ? `${base}/` : ""}node_modules/${name}` in lock.packages;
    }) || `node_modules/${name}` in lock.packages
  );
}

function entryFor(name, version, parent) {
  const words = name.split(/[/-]/);
  const system = words.find((word) => SYSTEMS.includes(word));
  const processor = words.some((word) => ARMS.includes(word))
    ? "arm"
    : words.find((word) => PROCESSORS.includes(word));
  return {
    version: version.replace(/^[\^~]/, ""),
    ...(processor ? { cpu: [processor] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    ...(words.includes("musl") || words.includes("musleabihf") ? { libc: ["musl"] } : {}),
    license: parent.license ?? "MIT",
    optional: true,
    ...(system ? { os: [system] } : {}),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const missing = missingEntries(lock);
  const entries = [...Object.entries(lock.packages), ...missing];
  lock.packages = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} entries added`);
}
