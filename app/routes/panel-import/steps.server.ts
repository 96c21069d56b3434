import { data } from "@remix-run/node";
import type { Rubric } from "#rubric/schema";
import type { RequestArgs } from "~/http/context";
import { refuse } from "~/http/form";
import { localized } from "~/i18n/locale";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { carry } from "~/routes/past-import/carried-table.server";
import type { MembersPreview } from "~/use-cases/import-members";
import type { MemberLine } from "~/use-cases/member-lines";
import type { PastTable } from "~/use-cases/past/table";

/** How many problems are listed one by one. */
const MOST_PROBLEMS = 50;

/** The first step again, with what is wrong. What was pasted stays; no browser lets a file be chosen for somebody. */
export function refuseTable(args: RequestArgs, pasted: string, errors: Record<string, string[]>) {
  return refuse(args, { values: { pasted }, errors }, 400);
}

type Shown = { table: PastTable; preview: MembersPreview; pasted: string; rubric: Rubric };

/** The second step: the table as it was understood, and what is wrong with it; `refused` where it was to be imported. */
export function showPreview(
  args: RequestArgs,
  { table, preview, pasted, rubric }: Shown,
  { refused = false } = {},
) {
  const { lines, problems } = preview;
  if (refused) args.context.refused = true;
  const names = new Map(rubric.functions.map(({ key, name }) => [key, localized(name, getLocale())]));
  const check = {
    lines: lines.map((line) => shownLine(line, names)),
    problems: problems.slice(0, MOST_PROBLEMS),
    problemCount: problems.length,
    table: problems.length === 0 ? carry(table) : "",
  };
  const values: Record<string, string> = { pasted };
  const errors: Record<string, string[]> = {};
  return data({ check, values, errors }, { status: refused ? 400 : 200 });
}

/** As understood where nothing is wrong, else as it was written; `functions` is null for all of them. */
function shownLine({ line, cells, member, problems }: MemberLine, names: Map<string, string>) {
  const fine = problems.length === 0;
  if (!member) return { ...cells, line, fine, perspectiveKey: null };
  const functions = member.functions?.map((key) => names.get(key) ?? key).join("; ") ?? null;
  const { name, email, perspective: perspectiveKey, weight, weightReason = "" } = member;
  const said = { name, email, perspective: "", perspectiveKey, weight: String(weight), weightReason };
  return { ...said, functions, line, fine };
}

export type MembersCheck = ReturnType<typeof showPreview>["data"]["check"];
