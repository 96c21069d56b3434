import { z } from "zod";
import type { PanelMember } from "#db/panel";
import { PERSPECTIVES } from "#db/schema";
import type { Rubric } from "#rubric/schema";
import { type Locale, locales } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { oneLine } from "./clean-text";
import { fold, quote } from "./judgments-csv";
import type { MemberCells, MemberColumn } from "./member-columns";
import type { MemberInput } from "./panel";

/** The most characters of a member's name, and of the reason for a weight. */
export const LONGEST_NAME = 120;
export const LONGEST_WEIGHT_REASON = 300;
/** Ten times the say of another is as far as a sensitivity check goes. */
export const MOST_WEIGHT = 10;
/** Who weighs this much needs no reason. */
export const NORMAL_WEIGHT = 1;

const EVERYTHING = ["", "all", "semua", "*"];
const address = z.email();

/** A row of a table of members; `member` is null where something is wrong with it. */
export type MemberLine = {
  line: number;
  cells: MemberCells;
  member: MemberInput | null;
  problems: LineTrouble[];
};
/** What is wrong, in the reader's language. */
export type LineTrouble = { column: MemberColumn; text: string };

export type LineRules = {
  rubric: Rubric;
  /** Addresses that are taken, folded: of the panel, and of the lines before, with their line. */
  taken: Map<string, number | null>;
  /** Columns that the table does not have: said once, not in every line. */
  missing: readonly MemberColumn[];
};

/** Holds a row against the rubric, the panel and the rows before; finds all that is wrong, not only the first. */
export function checkMemberLine(line: number, cells: MemberCells, rules: LineRules): MemberLine {
  const problems: LineTrouble[] = [];
  const bad = (column: MemberColumn, text: string) => {
    if (!rules.missing.includes(column)) problems.push({ column, text });
    return null;
  };
  const name = readName(cells.name, bad);
  const email = readAddress(cells.email, line, rules, bad);
  const perspective = readPerspective(cells.perspective, bad);
  const weight = readWeight(cells.weight, bad);
  const weightReason = readReason(cells.weightReason, weight, bad);
  const functions = readFunctions(cells.functions, rules.rubric, bad);
  const whole = problems.length === 0 && rules.missing.length === 0;
  const member =
    whole && name !== null && email !== null && perspective !== null && weight !== null
      ? { name, email, perspective, weight, weightReason, functions }
      : null;
  return { line, cells, member, problems };
}

type Bad = (column: MemberColumn, text: string) => null;

function readName(cell: string, bad: Bad): string | null {
  const name = oneLine(cell);
  if (name === "") return bad("name", m.panel_import_no_name());
  if (name.length <= LONGEST_NAME) return name;
  return bad("name", m.panel_import_too_long({ max: LONGEST_NAME, found: quote(name) }));
}

function readAddress(cell: string, line: number, { taken }: LineRules, bad: Bad): string | null {
  const email = oneLine(cell).toLowerCase();
  if (email === "") return bad("email", m.panel_import_no_email());
  if (email.length > 254 || !address.safeParse(email).success) {
    return bad("email", m.panel_import_bad_email({ found: quote(email) }));
  }
  const before = taken.get(email);
  if (before === null) return bad("email", m.panel_import_in_panel({ email }));
  if (before !== undefined) return bad("email", m.panel_import_twice({ email, line: before }));
  taken.set(email, line);
  return email;
}

/** By its key, or as the pages call it in either language. */
function readPerspective(cell: string, bad: Bad): PanelMember["perspective"] | null {
  const wanted = fold(cell);
  const known = PERSPECTIVES.find((key) =>
    [key, ...locales.map((locale) => fold(perspectiveName(key, locale)))].includes(wanted),
  );
  if (known) return known;
  const allowed = PERSPECTIVES.map((key) => perspectiveName(key)).join(", ");
  return bad("perspective", m.panel_import_perspective({ found: quote(oneLine(cell)), allowed }));
}

function perspectiveName(key: PanelMember["perspective"], locale?: Locale): string {
  const name = {
    expert: m.perspective_expert,
    insider: m.perspective_insider,
    customer: m.perspective_customer,
    other: m.perspective_other,
  }[key];
  return name({}, locale && { locale });
}

/** A positive number with a comma or a point; 1 where none is given. */
function readWeight(cell: string, bad: Bad): number | null {
  const text = oneLine(cell);
  if (text === "") return NORMAL_WEIGHT;
  const weight = /^\d{1,3}([.,]\d{1,4})?$/.test(text) ? Number(text.replace(",", ".")) : 0;
  if (weight > 0 && weight <= MOST_WEIGHT) return weight;
  return bad("weight", m.panel_import_weight({ found: quote(text), max: MOST_WEIGHT }));
}

function readReason(cell: string, weight: number | null, bad: Bad): string {
  const reason = oneLine(cell);
  if (weight === null || weight === NORMAL_WEIGHT) return "";
  if (reason === "") bad("weightReason", m.panel_import_no_reason());
  if (reason.length > LONGEST_WEIGHT_REASON) {
    bad("weightReason", m.panel_import_too_long({ max: LONGEST_WEIGHT_REASON, found: quote(reason) }));
  }
  return reason;
}

/** Names or keys between semicolons, or lines; commas part them, too, since they may stand in a name only. */
function readFunctions(cell: string, rubric: Rubric, bad: Bad): string[] | null {
  if (EVERYTHING.includes(fold(cell))) return null;
  const pieces = cell.split(/[;|\n]/).flatMap((piece) => {
    return keyOf(piece, rubric) === null && piece.includes(",") ? piece.split(",") : [piece];
  });
  const named = pieces.map(oneLine).filter((piece) => piece !== "");
  const unknown = named.filter((piece) => keyOf(piece, rubric) === null);
  for (const piece of unknown) bad("functions", m.panel_import_function({ found: quote(piece) }));
  if (named.length === 0) bad("functions", m.panel_import_function({ found: quote(oneLine(cell)) }));
  return named.flatMap((piece) => keyOf(piece, rubric) ?? []);
}

function keyOf(text: string, { functions }: Rubric): string | null {
  const wanted = fold(text);
  const found = functions.find(({ key, name }) => [key, name.id, name.en].map(fold).includes(wanted));
  return found?.key ?? null;
}
