import { fold } from "./judgments-csv";
import type { PastTable } from "./past/table";

/** What a table of members holds, in the usual order. */
export const MEMBER_COLUMNS = [
  "name",
  "email",
  "perspective",
  "weight",
  "weightReason",
  "functions",
] as const;
export type MemberColumn = (typeof MEMBER_COLUMNS)[number];

/** What a member cannot be added without. */
const NEEDED: readonly MemberColumn[] = ["name", "email", "perspective"];

/** Names that columns go by in Indonesian and English, folded. */
const NAMES: Record<MemberColumn, readonly string[]> = {
  name: ["name", "nama", "full name", "nama lengkap", "member", "anggota", "assessor", "penilai"],
  email: [
    ...["email", "e-mail", "surel", "mail", "email address", "e-mail address"],
    ...["alamat email", "alamat e-mail", "alamat surel"],
  ],
  perspective: ["perspective", "perspektif", "sudut pandang", "role", "peran"],
  weight: ["weight", "bobot"],
  weightReason: [
    ...["weight reason", "weight_reason", "reason for the weight", "why this weight", "reason"],
    ...["alasan bobot", "alasan"],
  ],
  functions: [
    ...["functions", "function", "functions asked", "asked"],
    ...["fungsi", "fungsi yang ditanyakan", "fungsi yang dinilai"],
  ],
};

export type MemberCells = Record<MemberColumn, string>;

export type MemberRows = {
  rows: { line: number; cells: MemberCells }[];
  /** Needed columns that the header does not name. */
  missing: MemberColumn[];
};

/**
 * Finds the columns by the names in the first row. Where that row names none of them, or holds an address, it is
 * taken for the first member, and the columns for the usual ones in order.
 */
export function readMemberColumns({ header, rows }: PastTable): MemberRows {
  const guessed = header.map(guessColumn);
  const isHeader = guessed.some((column) => column !== null) && !header.some((cell) => cell.includes("@"));
  const places = isHeader ? guessed : header.map((_, index) => MEMBER_COLUMNS[index] ?? null);
  const all = isHeader ? rows : [{ line: 1, cells: header }, ...rows];
  return {
    rows: all.map(({ line, cells }) => ({ line, cells: pick(cells, places) })),
    missing: isHeader ? NEEDED.filter((column) => !places.includes(column)) : [],
  };
}

function guessColumn(cell: string): MemberColumn | null {
  const name = fold(cell);
  return MEMBER_COLUMNS.find((column) => NAMES[column].includes(name)) ?? null;
}

/** Of a column named twice the first counts. */
function pick(cells: readonly string[], places: readonly (MemberColumn | null)[]): MemberCells {
  const of = (column: MemberColumn) => cells[places.indexOf(column)] ?? "";
  return {
    name: of("name"),
    email: of("email"),
    perspective: of("perspective"),
    weight: of("weight"),
    weightReason: of("weightReason"),
    functions: of("functions"),
  };
}
