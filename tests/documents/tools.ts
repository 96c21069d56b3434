import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** Other people's programs that open what Selaras writes: poppler for PDF, LibreOffice for the rest. */

const TIMEOUT = 120_000;

async function call(program: string, ...args: string[]): Promise<string> {
  try {
    const options = { timeout: TIMEOUT, maxBuffer: 64 * 1024 * 1024 };
    return (await promisify(execFile)(program, args, options)).stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Error(
      `These tests need ${program}. On Debian: apt-get install poppler-utils libreoffice-nogui`,
    );
  }
}

export const textOfPdf = (file: string) => call("pdftotext", "-layout", file, "-");

/** What the document says of itself: "Pages", "Tagged", "Title" and so on. */
export async function factsOfPdf(file: string): Promise<Record<string, string>> {
  const lines = (await call("pdfinfo", file)).split("\n");
  return Object.fromEntries(lines.map((line) => line.split(/:\s+/, 2)).filter((pair) => pair.length === 2));
}

/** One line per font: its name and whether it is embedded. */
export async function fontsOfPdf(file: string): Promise<{ name: string; embedded: boolean }[]> {
  const [, , ...lines] = (await call("pdffonts", file)).trimEnd().split("\n");
  return lines.map((line) => {
    const [name = ""] = line.split(/\s+/);
    return { name, embedded: /\b(yes|no)\b/.exec(line.slice(37))?.[1] === "yes" };
  });
}

/** A page as it is printed: gray values from 0 (ink) to 255 (paper), row by row. */
export type Sheet = { width: number; height: number; pixels: Uint8Array };

/** Draws every page at 40 dots per inch. */
export async function sheetsOfPdf(file: string, folder: string): Promise<Sheet[]> {
  await call("pdftoppm", "-gray", "-r", "40", file, join(folder, "page"));
  const names = readdirSync(folder).filter((name) => name.endsWith(".pgm"));
  return names.sort().map((name) => readSheet(readFileSync(join(folder, name))));
}

/** Portable graymap, binary: "P5", width, height, the largest value, then a byte for each dot. */
function readSheet(bytes: Buffer): Sheet {
  const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(0, 40).toString("latin1"));
  if (!head) throw new Error("not a gray picture");
  return { width: Number(head[1]), height: Number(head[2]), pixels: bytes.subarray(head[0].length) };
}

/** Opens a workbook or a deck with LibreOffice and prints it; the path of the PDF. */
export async function printed(bytes: Uint8Array, name: string, folder: string): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  await call("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file);
  return file.replace(/\.\w+$/, ".pdf");
}
