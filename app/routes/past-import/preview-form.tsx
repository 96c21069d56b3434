import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { Becomes } from "./becomes";
import { ColumnList } from "./column-list";
import type { Check } from "./steps.server";

export type PreviewFormProps = { check: Check; errors?: FieldErrors; today: string; page: string };

/** The second step: what each column holds, what that makes, what is wrong; imported only once nothing is. */
export function PreviewForm({ check, errors, today, page }: PreviewFormProps) {
  const { problems, problemCount, assessments } = check;
  const ready = problemCount === 0 && assessments.length > 0;
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid max-w-4xl gap-12">
      <div className="grid gap-6 empty:hidden">
        <ErrorSummary errors={errors} />
        {check.changed ? (
          <Notice tone="attention" live>
            {m.import_changed()}
          </Notice>
        ) : null}
      </div>
      <input type="hidden" name="rubricKey" value={check.rubric.key} />
      <input type="hidden" name="checked" value={check.trace} key={check.trace} />
      <textarea name="table" defaultValue={check.table} hidden readOnly aria-label={m.import_columns()} />
      <section className="grid gap-4">
        <h2 className="text-xl">{m.import_columns()}</h2>
        <p className="max-w-measure text-ink-muted">{m.import_columns_about()}</p>
        <ColumnList columns={check.columns} functions={check.functions} />
        <DateField
          name="asOf"
          label={m.import_as_of()}
          hint={m.import_as_of_hint()}
          defaultValue={check.asOf}
          max={today}
          required={false}
        />
      </section>
      {problemCount > 0 ? (
        <Notice tone="error" title={m.import_problems({ count: problemCount })}>
          <p>{m.import_problems_about()}</p>
          <ul className="mt-3 grid list-disc gap-1 pl-5">
            {problems.map((text, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list, and two lines may read the same
              <li key={index} className="wrap-anywhere">
                {text}
              </li>
            ))}
          </ul>
          {problemCount > problems.length ? (
            <p className="mt-2">{m.import_problems_more({ count: problemCount - problems.length })}</p>
          ) : null}
        </Notice>
      ) : null}
      {assessments.length > 0 ? <Becomes assessments={assessments} named={check.named} /> : null}
      <div className="flex flex-wrap gap-3">
        {ready ? (
          <Button name="intent" value="import">
            {m.import_confirm({ count: assessments.length })}
          </Button>
        ) : null}
        <Button name="intent" value="check" variant={ready ? "secondary" : "primary"}>
          {m.import_check()}
        </Button>
        <ButtonLink href={page} variant="quiet">
          {m.import_again()}
        </ButtonLink>
      </div>
    </Form>
  );
}
