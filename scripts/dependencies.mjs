/** Makes sure that node_modules is what package-lock.json says, so that a clean clone needs no command of its own. */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

/** Installs when there is nothing, or when the lock file is newer than what was installed. Exits on failure. */
export function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Selaras needs Node.js 20.19 or newer; this is ${process.version}.`);
    process.exit(1);
  }
  const installed = "node_modules/.package-lock.json";
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs) return;
  console.log("Installing dependencies (once; a minute or two) ...");
  const { status } = spawnSync("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
