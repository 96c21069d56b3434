import { data } from "@remix-run/node";
import type { Rubric } from "#rubric/schema";
import type { RequestArgs } from "~/http/context";
import { refuse } from "~/http/form";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import type { PastInput, PastPreview, PastTable } from "~/use-cases/import-past";
import { guessRoles } from "~/use-cases/past/guess-roles";
import { readDay } from "~/use-cases/past/read-day";
import { PAST_ROLES, type PastRole } from "~/use-cases/past/table";
import { readTable } from "~/use-cases/read-table";
import { sayTableRefusal, TableRefusal } from "~/use-cases/table-refusal";
import { carry, LARGEST_CARRIED, readCarried } from "./carried-table.server";

/** How many problems are listed one by one, and how many values of a column are shown. */
const MOST_PROBLEMS = 50;
const MOST_VALUES = 3;

export type Values = Record<string, string>;

/** Everything that the fields of the form say. */
export function fieldsOf(form: FormData): Values {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts);
}

/** The first step again, with what is wrong. What was pasted stays; no browser lets a file be chosen for somebody. */
export function refuseTable(
  args: RequestArgs,
  { rubricKey = "", sheet = "", pasted = "" }: Values,
  errors: Errors,
) {
  return refuse(args, { values: { rubricKey, sheet, pasted }, errors }, 400);
}

type Errors = Record<string, string[]>;

/** The table that was chosen or pasted, or what is wrong with the choice. */
export async function readChosen(form: FormData): Promise<{ table: PastTable } | { errors: Errors }> {
  const { pasted = "", sheet = "" } = fieldsOf(form);
  const given = form.get("file");
  const file = given instanceof File && given.size > 0 ? given : null;
  const text = pasted.trim() === "" ? null : pasted;
  if (!file && !text) return { errors: { file: [m.import_file_none()] } };
  if (file && text) return { errors: { file: [m.import_file_both()] } };
  const field = file ? "file" : "pasted";
  try {
    const content = file ? new Uint8Array(await file.arrayBuffer()) : (text ?? "");
    const table = await readTable(content, { sheet: readSheet(sheet.trim()) });
    carry(table);
    return { table };
  } catch (error) {
    if (!(error instanceof TableRefusal)) throw error;
    const name = error.reason === "no-sheet" ? "sheet" : field;
    return { errors: { [name]: [sayTableRefusal(error, LARGEST_CARRIED)] } };
  }
}

function readSheet(text: string): number | string | undefined {
  if (text === "") return undefined;
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : text;
}

export type Choices = Pick<PastInput, "table" | "roles" | "asOf">;

/** What was recognised in a new table. */
export function firstChoices(table: PastTable, rubric: Rubric): Choices {
  return { table, roles: guessRoles(table.header, rubric), asOf: null };
}

/** What was chosen for the table that the form carries; null where there is no such table any more. */
export function laterChoices(values: Values, rubric: Rubric): Choices | null {
  const table = readCarried(values.table ?? "");
  if (!table) return null;
  const possible = [...PAST_ROLES, ...rubric.functions.map(({ key }): PastRole => `fn:${key}`)];
  const roles = table.header.map(
    (_, index) => possible.find((role) => role === values[`role-${index}`]) ?? "ignore",
  );
  return { table, roles, asOf: readDay(values.asOf ?? "") };
}

/** Tells whether what is imported is what was looked at. */
export function traceOf({ roles, asOf }: Choices): string {
  return [asOf ?? "", ...roles].join(" ");
}

type Looking = Choices & { rubric: Rubric; preview: PastPreview; errors?: Errors; changed?: boolean };

/** The second step: the columns, what they would make and what is wrong. */
export function showPreview(args: RequestArgs, { rubric, preview, errors = {}, ...choices }: Looking) {
  const { table, roles, asOf, changed = false } = choices;
  const locale = getLocale();
  const { assessments, problems } = preview;
  const refused = Object.keys(errors).length > 0;
  if (refused) args.context.refused = true;
  const check = {
    rubric: { key: rubric.key, name: localized(rubric.name, locale) },
    functions: rubric.functions.map(({ key, name }) => ({ key, name: localized(name, locale) })),
    columns: table.header.map((name, index) => ({
      name,
      role: roles[index] ?? "ignore",
      values: table.rows
        .map(({ cells }) => cells[index]?.trim() ?? "")
        .filter((value) => value !== "")
        .slice(0, MOST_VALUES),
    })),
    ...{ table: carry(table), trace: traceOf(choices), rows: table.rows.length },
    ...{ asOf: asOf ?? "", assessments, changed, named: roles.includes("assessor") },
    problems: problems.slice(0, MOST_PROBLEMS).map(({ text }) => text),
    problemCount: problems.length,
  };
  return data({ check, values: {} as Values, errors }, { status: refused ? 400 : 200 });
}

export type Check = ReturnType<typeof showPreview>["data"]["check"];
