import type { Command } from "commander";
import { readAssessments } from "~/use-cases/assessments";
import { readCompanies } from "~/use-cases/companies";
import type { ScopedContext } from "~/use-cases/context";
import { readSummary } from "~/use-cases/summaries";
import { type Io, withStore } from "./io";
import { progressTo } from "./progress";
import { printable, textTable } from "./text-table";

/** What `list --json` prints. Companies by name, assessments from the newest as-of date. */
export type Listing = {
  companies: { id: string; name: string; sample: boolean }[];
  assessments: {
    id: string;
    companyId: string;
    company: string;
    title: string;
    state: string;
    asOf: string;
    rubric: { key: string; version: string };
    /** Null before the assessment is closed. */
    overall: { typical: number | null; typicalName: string | null; attained: number | null } | null;
  }[];
};

/** Adds the command `list`: companies and assessments with their ids. */
export function registerList(program: Command, io: Io): void {
  program
    .command("list")
    .description("companies and assessments with their ids")
    .option("--json", "print JSON")
    .action(({ json }: { json?: true }) =>
      withStore(io, ({ context }) => {
        const listing = read(context, progressTo(io, "assessments"));
        io.out(json ? `${JSON.stringify(listing, null, 2)}\n` : asText(listing));
      }),
    );
}

function read(context: ScopedContext, progress: (done: number, total: number) => void): Listing {
  const companies = readCompanies(context).map(({ id, name, sample }) => ({ id, name, sample }));
  const assessments = readAssessments(context).map((assessment, index, all) => {
    const { id, companyId, companyName: company, title, state, asOf } = assessment;
    const rubric = { key: assessment.rubricKey, version: assessment.rubricVersion };
    const summary = readSummary(context, assessment, true);
    const { typical = null, attained = null } = summary ?? {};
    const typicalName = (typical !== null && summary?.levels[typical - 1]?.en) || null;
    const overall = summary && { typical, typicalName, attained };
    progress(index + 1, all.length);
    return { id, companyId, company, title, state, asOf, rubric, overall };
  });
  return { companies, assessments };
}

function asText({ companies, assessments }: Listing): string {
  if (companies.length === 0) return "There is no company yet.\n";
  const header = ["assessment", "title", "state", "as of", "rubric", "typical level"];
  const parts = companies.map(({ id, name, sample }) => {
    const rows = assessments
      .filter(({ companyId }) => companyId === id)
      .map(({ id: own, title, state, asOf, rubric, overall }) => {
        const typical = overall?.typical ? `${overall.typical} ${overall.typicalName}` : "-";
        return [own, title, state, asOf, `${rubric.key} ${rubric.version}`, typical];
      });
    const heading = `${printable(name)}${sample ? " (sample)" : ""}  company ${id}`;
    const table = rows.length > 0 ? textTable(header, rows, [1, 2, 3, 4, 5]) : "no assessment yet";
    return `${heading}\n${table.replace(/^/gm, "  ")}\n`;
  });
  return parts.join("\n");
}
