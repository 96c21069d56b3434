/**
 * `npm test`: everything a change must pass, from a clean clone on. Stops at the first step that fails, prints how
 * long each took, and at the very end one line with the number of tests that passed and failed.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureDependencies } from "./dependencies.mjs";

const SECOND = 1000;
const reports = mkdtempSync(join(tmpdir(), "selaras-test-report-"));
const VITEST = join(reports, "vitest.json");
const PLAYWRIGHT = join(reports, "playwright.json");

/** Each step: its name, the command, and the most seconds it may take. */
const STEPS = [
  { name: "messages", command: ["npm", "run", "--silent", "i18n"], limit: 60 },
  { name: "lint", command: [tool("biome"), "check", "."], limit: 120 },
  { name: "types", command: [tool("tsc"), "--noEmit"], limit: 400 },
  { name: "build", command: [process.execPath, "scripts/build.mjs"], limit: 480 },
  {
    name: "unit and route tests",
    command: [tool("vitest"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${VITEST}`],
    limit: 1500,
  },
  { name: "browser", command: [process.execPath, "scripts/browser.mjs"], limit: 600 },
  { name: "browser tests", command: [tool("playwright"), "test", "--reporter=list,json"], limit: 2000 },
];

function tool(name) {
  return join("node_modules", ".bin", name);
}

/** Runs a step with everything it starts in one process group, and ends that group when time is up. */
function run({ command: [file, ...args], limit }) {
  return new Promise((resolve) => {
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT };
    const child = spawn(file, args, { stdio: ["ignore", "inherit", "inherit"], detached: true, env });
    const end = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // The group is gone already.
      }
    };
    const timer = setTimeout(() => {
      console.error(`This took longer than ${limit} s and was ended.`);
      end("SIGKILL");
    }, limit * SECOND);
    const interrupted = () => end("SIGTERM");
    process.on("SIGINT", interrupted).on("SIGTERM", interrupted);
    const done = (passed) => {
      clearTimeout(timer);
      process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
      resolve(passed);
    };
    child.on("error", (error) => {
      console.error(error.message);
      done(false);
    });
    child.on("exit", (code) => done(code === 0));
  });
}

/** Tests that passed and failed, over the reports that were written. */
function counts() {
  const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);
  const vitest = read(VITEST);
  const browser = read(PLAYWRIGHT)?.stats;
  return {
    passed: (vitest?.numPassedTests ?? 0) + (browser?.expected ?? 0),
    failed: (vitest?.numFailedTests ?? 0) + (browser ? browser.unexpected + browser.flaky : 0),
  };
}

const seconds = (milliseconds) => `${(milliseconds / SECOND).toFixed(1)} s`;

ensureDependencies();
const begun = Date.now();
const durations = [];
let stoppedAt = null;
for (const step of STEPS) {
  console.log(`\n== ${step.name}`);
  const started = Date.now();
  const passed = await run(step);
  durations.push(`${step.name}: ${seconds(Date.now() - started)}`);
  if (!passed) {
    stoppedAt = step.name;
    break;
  }
}

console.log(`\n${durations.join("\n")}\nall: ${seconds(Date.now() - begun)}`);
if (stoppedAt) console.error(`Stopped at: ${stoppedAt}`);
const { passed, failed } = counts();
rmSync(reports, { recursive: true });
// A step that fails without naming a test (a type error, a crash) is a failure, too.
console.log(`${passed} passed, ${stoppedAt ? Math.max(1, failed) : failed} failed`);
process.exit(stoppedAt || failed > 0 ? 1 : 0);
