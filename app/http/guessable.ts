import { dictionary } from "@zxcvbn-ts/language-common";
import { COMMON_PASSWORDS, COMMON_WORDS } from "./common-passwords";
import { PASSWORD_LENGTH } from "./password-length";

/** Rows of the keyboards that most people have, as one presses them; a shifted digit counts as the digit. */
const ROWS = ["1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"];
const SHIFTED = new Map([..."!@#$%^&*()"].map((sign, index) => [sign, "1234567890"[index] ?? sign]));
/** Letters behind the digits and signs that people write for them; a one is an i or an l. */
const DISGUISE = {
  ...{ "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g" },
  ...{ "@": "a", $: "s", "!": "i", "|": "l", "+": "t" },
};
const DISGUISES: Record<string, string>[] = [DISGUISE, { ...DISGUISE, "1": "l", "!": "l" }];
/** The share of steps to a near key that makes a walk. */
const WALK = 0.7;
const MOST_AROUND = 10;
/** The ones of the tens of thousands most used passwords that are long enough to be chosen here. */
const MOST_USED: ReadonlySet<string> = new Set(
  dictionary["passwords-common"].filter((password) => password.length >= PASSWORD_LENGTH.min),
);
/** Shorter words are in too many others to be anybody's name. */
const SHORTEST_NAME = 4;

/**
 * Whether a password is one of the first that anybody would try: well-known, one character or block over and over, a
 * walk over the keyboard or through alphabet and digits, a date, or at most two common words with a number or signs
 * around them. Case and the usual disguises ("P@ssw0rd") make no difference.
 */
export function isGuessable(password: string): boolean {
  const text = password.normalize("NFKC").toLowerCase();
  const packed = text.replace(/[\s._-]+/g, "");
  return [text, packed].some(
    (form) =>
      MOST_USED.has(form) ||
      COMMON_PASSWORDS.has(form) ||
      repeats(form) ||
      isWalk(form) ||
      isDate(form) ||
      isFewWords(form),
  );
}

/**
 * Whether a password lives off what everybody knows of its owner: their name, their address, the name of this site.
 * Such a word counts for nothing: what is left without it must be a password of `min` characters by itself.
 */
export function isPersonal(password: string, known: string[], min: number): boolean {
  const text = password.normalize("NFKC").toLowerCase();
  const rest = partsOf(known).reduce((left, word) => left.replaceAll(word, ""), text);
  return rest !== text && (rest.trim().length < min || isGuessable(rest));
}

/** The whole of each text, and each word of it, the longest first. "selaras" is always among them. */
function partsOf(known: string[]): string[] {
  const whole = known.map((text) => text.normalize("NFKC").trim().toLowerCase());
  const parts = whole.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  return [...whole, ...parts, "selaras"]
    .filter((word) => word.length >= SHORTEST_NAME)
    .sort((a, b) => b.length - a.length);
}

/** Few different characters, or one block over and over, the last time perhaps cut off: "abcabcabca". */
function repeats(text: string): boolean {
  if (new Set(text).size <= 3) return true;
  for (let size = 1; size <= text.length / 2; size++) {
    const block = text.slice(0, size);
    if (size <= 8 && block.repeat(Math.ceil(text.length / size)).startsWith(text)) return true;
  }
  return false;
}

/**
 * Most steps go to the same, the next or the neighbouring key or character ("1qaz2wsx3e", "abcdefghij"), or those of
 * two such walks taken by turns do ("a1b2c3d4e5").
 */
function isWalk(text: string): boolean {
  const keys = [...text].map((character) => SHIFTED.get(character) ?? character);
  const near = (stride: number) =>
    keys.filter((key, at) => at >= stride && isStep(keys[at - stride] ?? "", key)).length;
  return [1, 2].some((stride) => near(stride) >= (keys.length - stride) * WALK);
}

function isStep(from: string, to: string): boolean {
  const distance = Math.abs((from.codePointAt(0) ?? 0) - (to.codePointAt(0) ?? 0));
  if (distance <= 1) return true;
  const [fromRow, fromColumn] = placeOf(from);
  const [toRow, toColumn] = placeOf(to);
  if (fromRow < 0 || toRow < 0 || Math.abs(fromRow - toRow) > 1) return false;
  if (fromRow === toRow) return Math.abs(fromColumn - toColumn) === 1;
  // Each row stands half a key to the right of the one above it.
  const shift = fromRow < toRow ? fromColumn - toColumn : toColumn - fromColumn;
  return shift === 0 || shift === 1;
}

function placeOf(key: string): [row: number, column: number] {
  const row = ROWS.findIndex((keys) => keys.includes(key));
  return [row, row < 0 ? -1 : (ROWS[row]?.indexOf(key) ?? -1)];
}

/** Nothing but one or two dates, in any order of their parts: "17081945", "1945-08-17", "1708194517081945". */
function isDate(text: string): boolean {
  const digits = text.replace(/[\s./-]/g, "");
  const day = "(0[1-9]|[12]\\d|3[01])";
  const month = "(0[1-9]|1[0-2])";
  const year = "(19|20)\\d\\d";
  const date = `(${day}${month}${year}|${month}${day}${year}|${year}${month}${day}|${year}${day}${month})`;
  return new RegExp(`^(${date}|${year}){1,3}$`).test(digits);
}

/**
 * One or two common words with up to ten digits and signs around or between them, at most two numbers among these;
 * or with digits and signs written for letters.
 */
function isFewWords(text: string): boolean {
  const letters = text.replace(/[^\p{L}]+/gu, "");
  const numbers = text.match(/\d+/g) ?? [];
  if (numbers.length <= 2 && text.length - letters.length <= MOST_AROUND && isMadeOf(letters)) return true;
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const around = text.length - bare.length;
  return DISGUISES.some(
    (disguise) =>
      isMadeOf(undisguise(text, disguise)) || (around <= MOST_AROUND && isMadeOf(undisguise(bare, disguise))),
  );
}

function undisguise(text: string, disguise: Record<string, string>): string {
  return [...text].map((character) => disguise[character] ?? character).join("");
}

/** Whether the letters are `most` common words or fewer, and at least one. */
function isMadeOf(letters: string, most = 2): boolean {
  if (COMMON_WORDS.has(letters)) return true;
  if (most === 1) return false;
  for (let end = 2; end < letters.length; end++) {
    if (COMMON_WORDS.has(letters.slice(0, end)) && isMadeOf(letters.slice(end), most - 1)) return true;
  }
  return false;
}
