import {
  countPortfolio,
  listChoices,
  listMeasures,
  listPortfolio,
  listRunning,
  PORTFOLIO_SORTS,
  type PortfolioEntry,
  type PortfolioFilter,
  type PortfolioSort,
  type RunningEntry,
} from "#db/portfolio";
import { listTags } from "#db/tags";
import type { Localized, Rubric } from "#rubric/schema";
import type { ScopedContext } from "./context";
import { rubricOf } from "./rubrics";

export type { PortfolioFilter, PortfolioSort };
/** What the list can be ordered by. */
export const SORTS = PORTFOLIO_SORTS;

/** A list of up to so many companies is one page; a longer one has pages that are drawn as quickly as they are read. */
const UNDIVIDED = 50;
const ROWS = 40;

/** The rubric whose functions are the columns. */
export type PortfolioMeasure = {
  key: string;
  version: string;
  name: Localized;
  /** Names of its levels, lowest first. */
  levels: Localized[];
  functions: { key: string; name: Localized }[];
};

export type PortfolioRow = {
  company: PortfolioEntry["company"];
  tags: string[];
  /** The latest published result; null before there is any. */
  latest: {
    id: string;
    title: string;
    asOf: string;
    typical: number | null;
    attained: number | null;
    /** Levels from 1 in the order of the measure's functions; null when it was made by another measure. */
    levels: (number | null)[] | null;
    /** Names of the levels of the rubric it was made by. */
    names: Localized[];
    /** Typical level now minus typical level of the wave before by the same measure; null without one. */
    change: number | null;
    /** Functions that stand higher and lower than in the wave before. */
    moved: { up: number; down: number } | null;
  } | null;
  /** The newest assessment that is not published, for those who run it. */
  running: RunningEntry | null;
};

export type Portfolio = {
  rows: PortfolioRow[];
  /** Companies that the filter leaves, on all pages. */
  total: number;
  page: number;
  pages: number;
  measure: PortfolioMeasure | null;
  /** Other rubrics that companies in reach were measured by. */
  measures: { key: string; version: string; name: Localized; companies: number }[];
  choices: ReturnType<typeof listChoices>;
};

type Request = { filter: PortfolioFilter; sort: PortfolioSort; page: number; measure: string | null };

/**
 * One page of the companies in the actor's reach, from what is published: nothing is computed. `live` adds what is in
 * preparation. `measure` is "key version" of the rubric whose functions are shown, or null for the most used one; a
 * page beyond the last is the last.
 */
export function readPortfolio(context: ScopedContext, request: Request, live: boolean): Portfolio {
  const { db, scope } = context;
  // Tags are the consultants' own words about a company; its people neither read them nor find out by asking.
  const filter = live ? request.filter : { ...request.filter, tag: null };
  const total = countPortfolio(db, scope, filter);
  const rows = total <= UNDIVIDED ? UNDIVIDED : ROWS;
  const pages = Math.max(1, Math.ceil(total / rows));
  const page = Math.min(Math.max(1, request.page), pages);
  const offset = (page - 1) * rows;
  const entries = listPortfolio(db, scope, { ...request, filter, limit: rows, offset });
  const measured = listMeasures(db, scope).map(({ hash, companies }) => {
    const rubric = rubricOf(context, { rubricHash: hash });
    return { key: rubric.key, version: rubric.version, companies, rubric };
  });
  const chosen = measured.find(({ key, version }) => `${key} ${version}` === request.measure) ?? measured[0];
  const ids = entries.map(({ company }) => company.id);
  const running = live ? listRunning(db, ids) : [];
  const tags = live ? listTags(db, ids) : [];
  const choices = listChoices(db, scope);
  return {
    ...{ total, page, pages },
    rows: entries.map((entry) => ({
      company: entry.company,
      tags: tags.filter(({ companyId }) => companyId === entry.company.id).map(({ tag }) => tag),
      latest: latestOf(entry, measured, chosen),
      running: running.find(({ companyId }) => companyId === entry.company.id) ?? null,
    })),
    measure: chosen ? measureOf(chosen) : null,
    measures: measured.map(({ key, version, rubric, companies }) => ({
      key,
      version,
      name: rubric.name,
      companies,
    })),
    choices: { ...choices, tags: live ? choices.tags : [] },
  };
}

type Measured = { key: string; version: string; companies: number; rubric: Rubric };

function measureOf({ key, version, rubric }: Measured): PortfolioMeasure {
  return {
    ...{ key, version, name: rubric.name },
    levels: rubric.levels.map(({ name }) => name),
    functions: rubric.functions.map((fn) => ({ key: fn.key, name: fn.name })),
  };
}

function latestOf(
  { assessment, publication, previous }: PortfolioEntry,
  measured: Measured[],
  chosen: Measured | undefined,
): PortfolioRow["latest"] {
  if (!assessment || !publication) return null;
  const { id, title, asOf, rubricKey, rubricVersion } = assessment;
  const { typical, attained, levels } = publication;
  const own = measured.find(({ key, version }) => key === rubricKey && version === rubricVersion);
  const before = previous?.typical ?? null;
  const keys = own?.rubric.functions.map(({ key }) => key) ?? [];
  return {
    ...{ id, title, asOf, typical, attained },
    levels: own && own === chosen ? keys.map((key) => levels[key] ?? null) : null,
    names: own?.rubric.levels.map(({ name }) => name) ?? [],
    change: typical === null || before === null ? null : typical - before,
    moved: previous && countMoved(keys, previous.levels, levels),
  };
}

type Levels = Record<string, number | null>;

function countMoved(keys: string[], before: Levels, after: Levels): { up: number; down: number } {
  const steps = keys.map((key) => {
    const [was, is] = [before[key] ?? null, after[key] ?? null];
    return was === null || is === null ? 0 : is - was;
  });
  return { up: steps.filter((step) => step > 0).length, down: steps.filter((step) => step < 0).length };
}
