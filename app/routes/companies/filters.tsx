import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { SIZES } from "~/routes/company/company-facts";
import { Button, ButtonLink } from "~/ui/button";
import { FilterSelect, type FilterSelectProps } from "~/ui/filter-select";
import { isFiltered, NO_FILTER, type View, viewHref } from "./view-address";

type Option = { value: string; label: string };

export type FilterChoices = {
  industries: Option[];
  countries: Option[];
  tags: Option[];
  levels: Option[];
};

type FiltersProps = {
  view: View;
  choices: FilterChoices;
  /** The page whose list it is. */
  page?: string;
};

/** Narrows the list. A plain form that asks for another address, so every view can be kept and sent. */
export function Filters({ view, choices, page = "/companies" }: FiltersProps) {
  const { filter, sort, measure } = view;
  const sizes = Object.entries(SIZES).map(([value, { label }]) => ({ value, label: label() }));
  return (
    // The key gives the fields their values anew when a link leads to another view.
    <Form method="get" action={page} key={viewHref(view)} className="portfolio-filters" role="search">
      {sort.key === "name" && !sort.descending ? null : (
        <input type="hidden" name="sort" value={`${sort.descending ? "-" : ""}${sort.key}`} />
      )}
      {measure === null ? null : <input type="hidden" name="measure" value={measure} />}
      <label className="grid gap-1">
        <span className="text-sm font-semibold">{m.portfolio_search()}</span>
        <input
          name="search"
          type="search"
          className="control control-full"
          defaultValue={filter.search ?? ""}
        />
      </label>
      <Choice
        name="level"
        label={m.consultant_typical_level()}
        options={choices.levels}
        value={filter.level}
      />
      <Choice
        name="industry"
        label={m.consultant_industry()}
        options={choices.industries}
        value={filter.industry}
      />
      <Choice name="size" label={m.consultant_size()} options={sizes} value={filter.size} />
      <Choice
        name="country"
        label={m.consultant_country()}
        options={choices.countries}
        value={filter.country}
      />
      <Choice name="tag" label={m.portfolio_tag()} options={choices.tags} value={filter.tag} />
      <div className="flex items-end gap-2 pb-1">
        <Button variant="secondary" size="small">
          {m.portfolio_filter()}
        </Button>
        {isFiltered(view) ? (
          <ButtonLink
            href={viewHref(view, { filter: NO_FILTER, page: 1 }).replace("/companies", page)}
            variant="quiet"
            size="small"
          >
            {m.portfolio_clear()}
          </ButtonLink>
        ) : null}
      </div>
    </Form>
  );
}

type ChoiceProps = Omit<FilterSelectProps, "any">;

/** What all companies share is nothing to choose by. */
function Choice(props: ChoiceProps) {
  return props.options.length === 0 ? null : <FilterSelect any={m.portfolio_any()} {...props} />;
}
