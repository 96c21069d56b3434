#!/usr/bin/env node
/** `npm run selaras -- <command>` (or `npx selaras <command>`): builds where needed, then runs the command line. */
import { spawnSync } from "node:child_process";
import { ensureBuild } from "./dependencies.mjs";

ensureBuild();
const args = ["--enable-source-maps", "build/node/selaras.mjs", ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
process.exit(status ?? 1);
