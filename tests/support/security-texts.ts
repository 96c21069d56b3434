import { parse } from "csv-parse/sync";
import type { Visited } from "./security-crawl";

/** What people type who want a page to do something, or to look like something else. */
export const MARKUP = [
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(2)</script>",
  "\"'><svg/onload=alert(3)>",
  "</title><!--",
];
const MARKS = "\u2028\u2029\u202egnp.exe\u2066x\u0000\u0007";
const BREAK = "\r\nBcc: evil@example.com\r\nX-Injected: 1";

/** All of it in one line of text; shorter than the shortest field. */
export const HOSTILE = `Zq${MARKUP.join("")}${MARKS}`;
export const HOSTILE_LINES = `${HOSTILE}${BREAK}`;

/** What a spreadsheet would run, were it the beginning of a cell. */
export const FORMULAS = [
  ...['=HYPERLINK("http://evil.example";"x")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)"],
  ...["\t=1+1", "\r=1+1", "\uff1d1+1", "\uff0b1+1", "\uff0d1+1", "\uff20SUM(1)", "'=1+1"],
];

const RUNS = /<img src=x|<svg\/onload|<script>alert|<\/title><!--/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not come out
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Files whose insides the tests of their own writers look at. */
const BINARY = /^(application\/(pdf|vnd\.openxmlformats-officedocument\.)|image\/png)/;

/**
 * What an answer would let happen that was typed by somebody; empty when all of it is inert. A form that comes back
 * to whoever typed may hold what they typed, characters that are not seen included.
 */
export function aliveIn({ path, headers, body }: Visited, { comesBack = false } = {}): string[] {
  const type = headers.get("Content-Type") ?? "";
  const asSent = isSentFile(headers);
  const found = asSent
    ? []
    : type.startsWith("text/html")
      ? aliveInPage(body)
      : aliveInFile(type, headers, body);
  const header = [...headers].flat().join("\n");
  if (!comesBack && !asSent && !BINARY.test(type) && INVISIBLE.test(body))
    found.push("has characters that are not seen");
  if (headers.has("X-Injected") || RUNS.test(header)) found.push("carries it in a header");
  return found.map((what) => `${path} ${what}`);
}

/** A file that somebody sent is given back as it was, for saving only; opened in a page, it may run nothing. */
function isSentFile(headers: Headers): boolean {
  const saved = headers.get("Content-Disposition")?.startsWith("attachment;") ?? false;
  return saved && headers.get("Content-Security-Policy") === "sandbox; default-src 'none'";
}

function aliveInPage(body: string): string[] {
  const found: string[] = [];
  if (RUNS.test(body)) found.push("has markup that runs");
  const scripts = [...body.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)].map(([, code]) => code ?? "");
  if (scripts.some((code) => /[\u2028\u2029]|<!--|alert\(\d\)<\/?script/i.test(code))) {
    found.push("has a script that ends early");
  }
  const title = /<title>(.*?)<\/title>/s.exec(body)?.[1] ?? "";
  if (/[\u2028\u2029\n<]/.test(title)) found.push("has a title that is more than one line of text");
  return found;
}

function aliveInFile(type: string, headers: Headers, body: string): string[] {
  const found: string[] = [];
  const isFile = /^attachment; filename="[\w.@-]+"$/.test(headers.get("Content-Disposition") ?? "");
  if (type.startsWith("text/csv")) {
    const rows: string[][] = parse(body, { bom: true, relax_column_count: true });
    const formulas = rows.flat().filter((cell) => FORMULA.test(cell));
    if (formulas.length > 0) found.push(`has formulas: ${formulas.join(" ")}`);
    if (!isFile) found.push("is not saved under a plain name");
  } else if (type.startsWith("text/plain")) {
    // Text is text wherever the browser is told not to guess.
    if (headers.get("X-Content-Type-Options") !== "nosniff") found.push("may be taken for a page");
  } else if (type.startsWith("application/json")) {
    JSON.parse(body);
    // What a script of the page reads is no file; a browser that is led there shows it as text.
    const isData = headers.get("X-Content-Type-Options") === "nosniff";
    if (!isFile && !isData) found.push("may be taken for a page");
  } else if (type.startsWith("image/svg+xml")) {
    if (RUNS.test(body)) found.push("has markup that runs");
    if (!isFile) found.push("is not saved under a plain name");
  } else if (BINARY.test(type)) {
    if (!isFile) found.push("is not saved under a plain name");
  } else if (body !== "") found.push(`is of a kind that nobody has looked at: ${type}`);
  return found;
}
