import { randomUUID } from "node:crypto";
import { updateAssessment } from "#db/assessments";
import { transact } from "#db/client";
import { insertSubmission, listProgress } from "#db/panel";
import { FIRST_ROUND } from "#db/rounds";
import { DEFAULT_QUORUM } from "#rubric/scoring/panel";
import { localDate } from "~/i18n/format";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import type { LoadedRubric } from "~/rubric-library.server";
import { createAssessment, readCompanyAssessments } from "./assessments";
import { requireCompany } from "./companies";
import { audit, type ScopedContext } from "./context";
import { importLines } from "./import-judgments";
import { newReceipt } from "./judging";
import { checkLines } from "./judgment-lines";
import { type PastText, sayProblem, sayTaken, sayTitle, sayTooMany, sayWave } from "./past/say-problem";
import { type PastWave, splitWaves } from "./past/split-waves";
import type { PastRole, PastTable } from "./past/table";
import { requireRubric } from "./rubrics";

export type { PastRole, PastTable, PastText };

export type PastInput = {
  table: PastTable;
  /** What each column holds. */
  roles: readonly PastRole[];
  rubricKey: string;
  /** The date of all rows where no column holds one (yyyy-mm-dd). */
  asOf: string | null;
  /** The language of the assessments, and of the titles that are made up for them. */
  language: Locale;
};

/** An assessment that would be made. */
export type PastAssessment = {
  asOf: string;
  title: string;
  assessors: number;
  judgments: number;
  quorum: number;
};

/** What an import would make, oldest first, and everything that stands against it, by line. */
export type PastPreview = { assessments: PastAssessment[]; problems: PastText[] };

/** The import was refused as a whole; nothing was stored. */
export class PastProblems extends Error {
  constructor(readonly preview: PastPreview) {
    super(`${preview.problems.length} problems`);
  }
}

/** The most judgments of one import: it is one transaction, and nobody else writes meanwhile. */
const MOST_JUDGMENTS = 5000;

type Progress = (done: number, total: number) => void;

/**
 * What importing a table of earlier assessments of a company would make: one assessment for each date. Nothing is
 * stored. @throws Refusal "not-found" (company), "unknown-rubric"
 */
export function previewPast(context: ScopedContext, companyId: string, input: PastInput): PastPreview {
  const { waves, problems } = prepare(context, companyId, input);
  return { assessments: waves.map(({ assessment }) => assessment), problems };
}

/**
 * Stores earlier assessments of a company, all of them or none: closed, opened and closed at their date, everybody
 * on the panel handed in, judgments marked as imported. A name has the same address over all of them, so that they
 * can be compared person by person. Returns their ids, oldest first. `progress` is told of each one stored.
 * @throws Refusal "not-found" (company), "unknown-rubric"; PastProblems
 */
export function importPast(
  context: ScopedContext,
  companyId: string,
  input: PastInput,
  progress: Progress = () => {},
): string[] {
  return transact(context.db, () => {
    const { loaded, waves, problems, addresses } = prepare(context, companyId, input);
    const assessments = waves.map(({ assessment }) => assessment);
    if (problems.length > 0) throw new PastProblems({ assessments, problems });
    const ids = waves.map((wave, index) => {
      const id = store(context, companyId, { wave, loaded, addresses, language: input.language });
      progress(index + 1, waves.length);
      return id;
    });
    const judgments = assessments.reduce((sum, one) => sum + one.judgments, 0);
    const detail = { assessments: ids.length, judgments };
    audit(
      context,
      context.scope.workspaceId,
      "assessments.import",
      { kind: "company", id: companyId },
      detail,
    );
    return ids;
  });
}

type Prepared = { wave: PastWave; assessment: PastAssessment };

function prepare(context: ScopedContext, companyId: string, input: PastInput) {
  requireCompany(context, companyId);
  const loaded = requireRubric(context, input.rubricKey);
  const { table, roles, asOf, language } = input;
  const nobody = m.import_nobody({}, { locale: language });
  const split = splitWaves({ table, roles, asOf, nobody, today: localDate(context.now) });
  const problems: PastText[] = split.problems.map(sayProblem);
  const existing = readCompanyAssessments(context, companyId);
  const addresses = new Map<string, string>();
  const waves = split.waves.map((wave): Prepared => {
    const taken = existing.find((one) => one.asOf === wave.asOf && one.rubricKey === input.rubricKey);
    if (taken) problems.push(sayTaken(taken));
    const checked = checkLines(wave.lines, loaded.rubric, [], addresses);
    problems.push(...sayWave(wave, checked.problems, input));
    const title = wave.title ?? madeUpTitle(loaded, wave.asOf, language);
    problems.push(...sayTitle(wave, title));
    const assessors = checked.newcomers.length;
    const quorum = Math.max(1, Math.min(DEFAULT_QUORUM, assessors));
    const judgments = checked.lines.length;
    return { wave, assessment: { asOf: wave.asOf, title, assessors, judgments, quorum } };
  });
  const count = split.waves.reduce((sum, { lines }) => sum + lines.length, 0);
  if (count > MOST_JUDGMENTS) problems.push(sayTooMany(count, MOST_JUDGMENTS));
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { loaded, waves, problems, addresses };
}

function madeUpTitle({ rubric }: LoadedRubric, asOf: string, language: Locale): string {
  const month = new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" });
  return `${rubric.name[language]} ${month.format(new Date(asOf))}`;
}

type Storing = {
  wave: Prepared;
  loaded: LoadedRubric;
  addresses: Map<string, string>;
  language: Locale;
};

function store(context: ScopedContext, companyId: string, { wave, loaded, ...given }: Storing): string {
  const { asOf, title, quorum } = wave.assessment;
  const id = createAssessment(context, companyId, {
    ...{ rubricKey: loaded.rubric.key, title, asOf, quorum, language: given.language },
    ...{ deadline: null, leftOut: [] },
  });
  importLines(context, id, { lines: wave.wave.lines, problems: [], addresses: given.addresses });
  for (const { id: memberId, submittedAt } of listProgress(context.db, id, FIRST_ROUND)) {
    if (submittedAt !== null) continue;
    const receipt = newReceipt();
    const row = { id: randomUUID(), memberId, round: FIRST_ROUND, receipt, createdAt: context.now };
    insertSubmission(context.db, row);
  }
  const at = morningOf(asOf, context.now);
  const closed = { state: "closed", openedAt: at, closedAt: at } as const;
  updateAssessment(context.db, context.scope, id, ["draft"], closed);
  return id;
}

/** Nine in the morning in Jakarta, but never later than now. */
function morningOf(asOf: string, now: Date): Date {
  return new Date(Math.min(Date.parse(`${asOf}T09:00:00+07:00`), now.getTime()));
}
