import { existsSync, readFileSync } from "node:fs";
import type { Command } from "commander";
import { KEY_PATH } from "~/bundle/addresses";
import { BundleFault, type Checked, checkBundle } from "~/bundle/check";
import { publicKeyOf } from "~/bundle/sign";
import { CliError } from "./cli-error";
import { fileTrouble } from "./csv-rows";
import type { Io } from "./io";
import { printable } from "./text-table";

const FINGERPRINT = /^(?:sha256:)?([0-9a-f]{64})$/i;

const HELP = `
Needs nothing but the file: no store, no network. It checks that the file is as it was written, signed, as its schema
says and of the rubric it carries, and computes again every number that the bundle says follows from its judgments.
Exit code 0 when all of it holds; else 1, and standard error says what does not.

The bundle carries its own key, so that anybody can sign one: give --key, or compare the printed fingerprint with the
one that the installation publishes at ${KEY_PATH} and under Help.`;

/** Adds the command `bundle:verify`: whether a bundle is what an installation signed, and computes. */
export function registerBundleVerify(program: Command, io: Pick<Io, "out">): void {
  program
    .command("bundle:verify")
    .description("check a signed bundle and compute its numbers again, offline")
    .argument("<file>", "the bundle")
    .option("--key <key>", "the key it must be signed with: a file with the public key, or its fingerprint")
    .addHelpText("after", HELP)
    .action((file: string, { key }: { key?: string }) => {
      const expected = key === undefined ? null : keyIdFrom(key);
      io.out(asText(checked(readBytes(file), expected, file), expected !== null));
    });
}

function checked(bytes: Uint8Array, expected: string | null, file: string): Checked {
  try {
    return checkBundle(bytes, expected);
  } catch (error) {
    if (!(error instanceof BundleFault)) throw error;
    const told = error.message.split("\n").map(printable).join("\n");
    throw new CliError(`refused (${error.step}): ${told}\n${printable(file)} proves nothing.`);
  }
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CliError(`${file}: ${fileTrouble(error)}`);
  }
}

function keyIdFrom(key: string): string {
  if (existsSync(key)) {
    const text = readBytes(key).toString("utf8");
    try {
      return publicKeyOf(text).keyId;
    } catch {
      throw new CliError(`${key}: holds no Ed25519 public key as PEM`);
    }
  }
  const hex = FINGERPRINT.exec(key.replace(/[\s:]/g, "").replace(/^sha256/i, ""))?.[1];
  if (!hex)
    throw new CliError("--key must be a file with a public key, or a fingerprint of 64 hexadecimal digits.");
  return `sha256:${hex.toLowerCase()}`;
}

function asText({ bundle, recomputed, notRecomputed }: Checked, keyGiven: boolean): string {
  const { assessment, edition, rubric, judgments, method, signature } = bundle;
  const which =
    edition.kind === "publication" ? `publication ${edition.number}` : `not published (${edition.state})`;
  const count =
    judgments.kind === "linked"
      ? `${judgments.entries.length} of ${judgments.assessors.length} assessors, linked`
      : `${judgments.functions.reduce((sum, { n }) => sum + n, 0)} by function, not linked`;
  const compare = keyGiven
    ? "the key that was asked for"
    : "compare it with the one the installation publishes";
  const lines = [
    ["bundle", printable(`${assessment.company}, ${assessment.title}, ${assessment.asOf}, ${which}`)],
    ["file", "as Selaras writes it, and as its schema says"],
    ["signature", `good, ${signature.algorithm}`],
    ["key", `${signature.keyId} (${compare})`],
    ["rubric", `${rubric.key} ${rubric.version}, has its hash`],
    ["judgments", `${count}, have their hash`],
    ["recomputed", `${grouped(recomputed)}; identical by ${method.name} ${method.version}`],
    ...(notRecomputed.length > 0
      ? [["stated only", `${grouped(notRecomputed)}; signed, but not to be computed`]]
      : []),
  ];
  return `${lines.map(([name = "", text]) => `${name.padEnd(12)}${text}`).join("\n")}\n`;
}

/** Paths in few words: functions are counted, parts are named. */
function grouped(paths: string[]): string {
  const functions = paths.filter((path) => path.startsWith("functions."));
  const others = paths.filter((path) => !functions.includes(path));
  const counted = functions.length === 1 ? "1 function" : `${functions.length} functions`;
  return [...(functions.length > 0 ? [counted] : []), ...others].join(", ") || "nothing";
}
