/**
 * Finds a Chromium for the browser tests and gets one where there is none. `node scripts/browser.mjs` prints its
 * path. The first of these that runs is taken: CHROME_PATH, an installed browser, Playwright's own download, the
 * distribution's package (as root on Debian and its relatives).
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const MINUTE = 60_000;
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = ["Google Chrome", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/**
 * The path of a Chromium that runs. Child processes find it at once, by CHROME_PATH.
 * @returns {string}
 * @throws {Error} when none can be had, saying what was tried.
 */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen && !runs(chosen)) throw new Error(`CHROME_PATH names ${chosen}, which does not run.`);
  const browser = chosen || installed() || downloaded() || packaged();
  if (!browser) {
    throw new Error(
      "The browser tests need Chromium. None is installed, Playwright could not download one, and the system's " +
        "package manager could not install one. Install Chromium or Chrome, or set CHROME_PATH.",
    );
  }
  process.env.CHROME_PATH = browser;
  return browser;
}

function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC];
  return [...candidates, ownDownload()].find(runs);
}

/** Where Playwright keeps its own download, whether it is there or not. */
function ownDownload() {
  return createRequire(import.meta.url)("@playwright/test").chromium.executablePath();
}

function downloaded() {
  console.error("No browser is installed; Playwright downloads one ...");
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  run(process.execPath, [cli, "install", "--no-shell", "chromium"], 5 * MINUTE);
  return [ownDownload()].find(runs);
}

function packaged() {
  const system = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  if (process.getuid?.() !== 0 || !/^ID(_LIKE)?=.*(debian|ubuntu)/m.test(system)) return undefined;
  console.error("Installing the distribution's Chromium ...");
  if (!run("apt-get", ["update"], 3 * MINUTE)) return undefined;
  run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], 8 * MINUTE);
  return installed();
}

/** Whether the file is a browser that starts here: some systems have only a stub, or lack its libraries. */
function runs(file) {
  if (!existsSync(file)) return false;
  const { status, stdout } = spawnSync(file, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return status === 0 && /chrom/i.test(stdout);
}

/** Runs a command with what it prints on stderr; our stdout is for the path. */
function run(command, args, timeout) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: ["ignore", 2, 2], timeout, env }).status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    console.log(findBrowser());
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
