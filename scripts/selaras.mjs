/** `npm run selaras -- <command>`: builds the command line the first time, then runs it. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { ensureDependencies } from "./dependencies.mjs";

const BUILT = "build/node/selaras.mjs";

if (!existsSync(BUILT)) {
  ensureDependencies();
  const built = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: ["ignore", 2, 2] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
const { status } = spawnSync(process.execPath, ["--enable-source-maps", BUILT, ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exit(status ?? 1);
