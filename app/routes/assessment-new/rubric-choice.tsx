import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { Link } from "~/ui/link";

export type RubricCard = {
  key: string;
  version: string;
  name: string;
  summary: string;
  counts: { functions: number; levels: number };
};

/** Every rubric of the library, each with the way on. */
export function RubricChoice(props: { page: string; rubrics: RubricCard[]; errors?: FieldErrors }) {
  const { page, rubrics, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      <ul className="grid gap-4 lg:grid-cols-2">
        {rubrics.map((rubric) => (
          <li
            key={rubric.key}
            className="flex flex-col items-start gap-3 rounded-xl border border-line bg-surface p-5"
          >
            <h2 className="text-lg">{rubric.name}</h2>
            <p className="text-sm text-ink-muted">
              {m.consultant_rubric_size(rubric.counts)} · {m.consultant_rubric_version(rubric)}
            </p>
            <p className="mb-1 flex-1">{rubric.summary}</p>
            <ButtonLink href={`${page}?rubric=${rubric.key}`} variant="secondary" size="small">
              {m.consultant_rubric_use()}
              <span className="sr-only"> {rubric.name}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The rubric that the settings below are for, and the way back to the choice. */
export function ChosenRubric({ rubric, changeHref }: { rubric: RubricCard; changeHref?: string }) {
  return (
    <div className="mb-8 flex flex-wrap items-start justify-between gap-x-6 gap-y-2 rounded-xl border border-line bg-surface p-5">
      <input type="hidden" name="rubricKey" value={rubric.key} />
      <div>
        <p className="text-sm text-ink-muted">{m.consultant_rubric()}</p>
        <p className="font-bold">{rubric.name}</p>
        <p className="text-sm text-ink-muted">
          {m.consultant_rubric_size(rubric.counts)} · {m.consultant_rubric_version(rubric)}
        </p>
      </div>
      {changeHref ? (
        <Link href={changeHref} className="link">
          {m.ui_change()}
          <span className="sr-only"> {m.consultant_rubric()}</span>
        </Link>
      ) : null}
    </div>
  );
}
