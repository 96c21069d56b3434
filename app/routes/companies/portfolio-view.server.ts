import { formatShortDate } from "~/i18n/format";
import { type Locale, localized } from "~/i18n/locale";
import { countryName } from "~/routes/company/countries";
import { industryLabel } from "~/routes/company/industries";
import type { Portfolio } from "~/use-cases/portfolio";
import type { FilterChoices } from "./filters";

export type PortfolioView = ReturnType<typeof portfolioView>;
export type RowView = PortfolioView["rows"][number];

/** One page of the portfolio in one language, with nothing the page does not show. */
export function portfolioView({ rows, measure, measures, choices, ...place }: Portfolio, locale: Locale) {
  const short = shortDates();
  const say = (text: { id: string; en: string }) => localized(text, locale);
  return {
    ...place,
    functions: measure?.functions.map(({ key, name }) => ({ key, name: say(name) })) ?? [],
    names: measure?.levels.map(say) ?? [],
    measure: measure && `${measure.key} ${measure.version}`,
    measures: measures.map(({ key, version, name, companies }) => ({
      ...{ value: `${key} ${version}`, version, companies },
      name: say(name),
    })),
    rows: rows.map(({ company, tags, latest, running }) => ({
      ...{ id: company.id, name: company.name, sample: company.sample, tags },
      // Names of levels that are those of the columns are not sent again with every row.
      latest: latest && {
        ...latest,
        names: latest.levels ? null : latest.names.map(say),
        day: short(latest.asOf),
      },
      running: running && { ...running, deadline: running.deadline && short(running.deadline) },
    })),
    choices: filterChoices(choices, measure?.levels.map(say) ?? []),
  };
}

/** Dates as tables write them. Many companies of a list share theirs, and making one takes its time. */
function shortDates(): (isoDate: string) => string {
  const written = new Map<string, string>();
  return (isoDate) => {
    const text = written.get(isoDate) ?? formatShortDate(isoDate);
    written.set(isoDate, text);
    return text;
  };
}

function filterChoices(
  { industries, countries, tags }: Portfolio["choices"],
  levels: string[],
): FilterChoices {
  const labelled = (values: string[], label: (value: string) => string) =>
    values.map((value) => ({ value, label: label(value) })).sort((a, b) => a.label.localeCompare(b.label));
  // A filter by what all companies share would leave everything or nothing.
  const several = <T>(options: T[]) => (options.length > 1 ? options : []);
  return {
    industries: several(labelled(industries, industryLabel)),
    countries: several(labelled(countries, countryName)),
    tags: labelled(tags, (tag) => tag),
    levels: levels.map((name, index) => ({ value: String(index + 1), label: `${index + 1} ${name}` })),
  };
}
