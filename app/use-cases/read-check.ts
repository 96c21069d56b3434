import type { Assessment } from "#db/assessments";
import type { CheckAnswer } from "#db/member-checks";
import { listPreviews, type Preview } from "#db/previews";
import { listPublications, type PublicationLabel } from "#db/publications";
import { descriptorsInOrder, type Rubric } from "#rubric/schema";
import type { Locale } from "~/i18n/locale";
import {
  type AnswerReader,
  type Answers,
  answersFor,
  type CheckState,
  type GivenAnswer,
} from "./check-answers";
import {
  type Answerable,
  type CheckEdition,
  type CountedRow,
  editionOf,
  openEdition,
  previewBefore,
  previewEdition,
  publishedEdition,
  readRows,
  stillCounts,
} from "./check-edition";
import type { ScopedContext } from "./context";
import type { Result } from "./results";
import { rubricOf } from "./rubrics";

export type { CheckAnswer, CheckState, GivenAnswer };

/** A function that has a level, in one language. */
export type CheckedLevel = {
  key: string;
  /** Its place in the rubric, from 1. */
  number: number;
  name: string;
  level: number;
  levelName: string;
  /** What its level says of the company. */
  descriptor: string;
};

/** What was said to another level of the function than the one that was published then. */
export type EarlierAnswers = Answers & { level: number; levelName: string };

/** A function with what is said to its level; `earlier` is null where nothing was said to another one. */
export type CheckedFunction = CheckedLevel & Answers & { earlier: EarlierAnswers | null };

/** The levels of a publication or a preview, without what anybody says to them. */
export type ShownLevels = Pick<CheckEdition, "kind" | "number" | "at"> & {
  /** How many levels the rubric has. */
  levels: number;
  functions: CheckedLevel[];
  /** Names of the functions without a result: there is nothing to confirm or dispute. */
  withoutResult: string[];
};

/** The member check of one publication or preview. */
export type LevelCheck = Omit<ShownLevels, "functions"> & { functions: CheckedFunction[] };

/** `answers`: may see who answered and what they wrote; `staff`: may see who in the panel did, in any group. */
export type CheckReader = { locale: Locale; answers: boolean; staff?: boolean };

type Rated = Pick<Assessment, "id" | "rubricHash" | "options">;

/** The member checks of an assessment's publications, the newest first; none where nothing was ever published. */
export function readChecks(context: ScopedContext, assessment: Rated, reader: CheckReader): LevelCheck[] {
  return listPublications(context.db, assessment.id).map((publication) =>
    checkOf(context, assessment, publishedEdition(context.db, publication), reader),
  );
}

/** The same of its previews. Whoever is not staff sees nothing of the panel in them, its informants neither. */
export function readPreviewChecks(
  context: ScopedContext,
  assessment: Rated,
  reader: CheckReader,
): LevelCheck[] {
  return listPreviews(context.db, assessment.id).map((preview) =>
    checkOf(context, assessment, previewEdition(preview), reader),
  );
}

/** The member check that can be answered now, or null. */
export function readOpenCheck(
  context: ScopedContext,
  assessment: Rated & Pick<Assessment, "state">,
  reader: CheckReader,
): LevelCheck | null {
  const edition = openEdition(context.db, assessment);
  return edition && checkOf(context, assessment, edition, reader);
}

/** Names of the functions whose level the company disputes now: of what is published, or else shown before. */
export function readDisputed(
  context: ScopedContext,
  assessment: Rated & Pick<Assessment, "state">,
  locale: Locale,
): string[] {
  const check = readOpenCheck(context, assessment, { locale, answers: false });
  return (check?.functions ?? []).filter(({ state }) => state === "disputed").map(({ name }) => name);
}

/** What is said to a publication, as it is stored. */
export type CheckFacts = {
  before: Preview | null;
  rows: CountedRow[];
  /** The reader, where one of the answers is theirs. */
  userId: string | null;
};

/** Reads what `checkFrom` needs of the member check of a publication, beside what is frozen. */
export function readCheckFacts(context: ScopedContext, publication: PublicationLabel): CheckFacts {
  const before = previewBefore(context.db, publication);
  const answered = { row: { publicationId: publication.id }, before: before && previewEdition(before) };
  const rows = readRows(context.db, answered);
  const userId = readerId(context);
  return { before, rows, userId: rows.some((row) => row.userId === userId) ? userId : null };
}

/** The member check of a publication from what was read of it. */
export function checkFrom(
  { before, ...said }: CheckFacts,
  { publication, result, ...rated }: { publication: Answerable; result: Result } & Rating,
  reader: CheckReader,
): LevelCheck {
  return put(rated, editionOf(publication, result, before), said, reader);
}

function checkOf(
  context: ScopedContext,
  assessment: Rated,
  edition: CheckEdition,
  reader: CheckReader,
): LevelCheck {
  const rated = { rubric: rubricOf(context, assessment), minimumGroup: assessment.options.minimumGroup };
  const said = { rows: readRows(context.db, edition), userId: readerId(context) };
  return put(rated, edition, said, reader);
}

type Rating = { rubric: Rubric; minimumGroup: number };

function put(
  { rubric, minimumGroup }: Rating,
  edition: CheckEdition,
  { rows, userId }: Omit<CheckFacts, "before">,
  { locale, answers, staff = false }: CheckReader,
): LevelCheck {
  const reader: AnswerReader = { answers, staff, minimumGroup, userId };
  const { functions, ...shown } = shownLevels(rubric, edition, locale);
  const show = (own: CountedRow[]): Answers => {
    const all = answersFor(own, reader);
    return edition.kind === "preview" && !staff ? { ...all, informants: null } : all;
  };
  return {
    ...shown,
    functions: functions.map((fn) => {
      const own = rows.filter(({ functionKey }) => functionKey === fn.key);
      const still = own.filter((row) => stillCounts(edition, row));
      const other = own.filter((row) => !stillCounts(edition, row));
      const said = edition.before?.levels.get(fn.key) ?? fn.level;
      const named = rubric.levels[said - 1]?.name[locale] ?? "";
      const earlier = other.length > 0 ? { ...show(other), level: said, levelName: named } : null;
      return { ...fn, ...show(still), earlier };
    }),
  };
}

/** The levels of an edition with their names and descriptors. */
export function shownLevels(rubric: Rubric, edition: CheckEdition, locale: Locale): ShownLevels {
  const { kind, number, at, levels } = edition;
  const functions = rubric.functions.flatMap((fn, index): CheckedLevel[] => {
    const level = levels.get(fn.key) ?? null;
    const reached = descriptorsInOrder(rubric, fn).find((step) => step.number === level);
    if (level === null || !reached) return [];
    const { name } = reached.level;
    const words = { levelName: name[locale], descriptor: reached.descriptor[locale] };
    return [{ key: fn.key, number: index + 1, name: fn.name[locale], level, ...words }];
  });
  const without = rubric.functions.filter(({ key }) => (levels.get(key) ?? null) === null);
  return {
    ...{ kind, number, at, levels: rubric.levels.length, functions },
    withoutResult: without.map(({ name }) => name[locale]),
  };
}

function readerId({ actor }: ScopedContext): string | null {
  return actor.kind === "user" ? actor.userId : null;
}
