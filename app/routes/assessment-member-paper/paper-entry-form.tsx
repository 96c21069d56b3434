import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { answerWord, confidenceWord, reasonWord } from "~/routes/assess-layout/words";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField } from "~/ui/checkbox-field";
import { Disclosure } from "~/ui/disclosure";
import type { FieldErrors } from "~/ui/form-errors";
import { RadioField } from "~/ui/radio-field";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { CANNOT, indicatorField, partField } from "./fields";
import type { PaperEntryFunction, PaperEntryView } from "./paper-entry-view.server";

type Fields = { view: PaperEntryView; values: Record<string, string>; errors: FieldErrors };

/** Every function on one page, in the order of the paper; saved all at once. */
export function PaperEntryForm(props: Fields & { name: string; cancelHref: string }) {
  const { view, values, errors, name, cancelHref } = props;
  return (
    <Form method="post" noValidate>
      <ol className="border-t border-line">
        {view.functions.map((fn) => (
          <FunctionEntry key={fn.key} fn={fn} view={view} values={values} errors={errors} />
        ))}
      </ol>
      <div className="mt-8">
        <CheckboxField
          name="handIn"
          label={m.paper_enter_hand_in({ name })}
          hint={m.paper_enter_hand_in_hint()}
          error={errors.handIn}
          defaultChecked={values.handIn !== undefined}
        />
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button>{m.paper_enter_save()}</Button>
        <ButtonLink href={cancelHref} variant="quiet">
          {m.consultant_cancel()}
        </ButtonLink>
      </div>
    </Form>
  );
}

function FunctionEntry({ fn, view, values, errors }: Fields & { fn: PaperEntryFunction }) {
  const field = (part: Parameters<typeof partField>[1]) => {
    const name = partField(fn.key, part);
    return { name, defaultValue: values[name], error: errors[name], required: false as const };
  };
  const of = <span className="sr-only">{fn.name}: </span>;
  const base = partField(fn.key, "base");
  return (
    <li className="paper-entry grid gap-4 border-b border-line py-6">
      <div>
        <h2 className="text-lg">
          <span className="tabular font-normal text-ink-muted">{fn.number}</span> {fn.name}
        </h2>
        <p className="text-sm text-ink-muted">{fn.question}</p>
      </div>
      <input type="hidden" name={base} value={values[base] ?? "0"} key={values[base]} />
      <LevelEntry fn={fn} view={view} values={values} errors={errors} />
      <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[auto_1fr] [&>.field]:mt-0">
        <div>
          <div className="[.paper-entry:not(:has([value=none]:checked))_&]:hidden">
            <SelectField
              {...field("cannotJudge")}
              label={
                <>
                  {of}
                  {m.paper_enter_reason()}
                </>
              }
              placeholder="–"
              options={view.reasons.map((reason) => ({ value: reason, label: reasonWord(reason) }))}
            />
          </div>
          <div className="[.paper-entry:has([value=none]:checked)_&]:hidden">
            <SelectField
              {...field("confidence")}
              label={
                <>
                  {of}
                  {m.paper_enter_confidence()}
                </>
              }
              placeholder={m.paper_enter_no_confidence()}
              options={view.confidences.map((step) => ({ value: String(step), label: confidenceWord(step) }))}
            />
          </div>
        </div>
        <TextArea
          {...field("rationale")}
          label={
            <>
              {of}
              {m.paper_enter_rationale()}
            </>
          }
          rows={2}
        />
      </div>
      <IndicatorEntries fn={fn} view={view} values={values} errors={errors} />
    </li>
  );
}

function LevelEntry({ fn, view, values, errors }: Fields & { fn: PaperEntryFunction }) {
  const name = partField(fn.key, "level");
  return (
    <RadioField
      name={name}
      label={
        <>
          <span className="sr-only">{fn.name}: </span>
          {m.paper_enter_level()}
        </>
      }
      error={errors[name]}
      inline
      className="[&_.choices-inline]:gap-x-6"
      defaultValue={values[name] ?? ""}
      options={[
        { value: "", label: <span className="text-ink-muted">{m.paper_enter_empty()}</span> },
        ...view.levels.map(({ level, name: levelName }) => ({
          value: String(level),
          label: `${level} ${levelName}`,
        })),
        { value: CANNOT, label: m.paper_enter_cannot() },
      ]}
    />
  );
}

function IndicatorEntries({ fn, view, values, errors }: Fields & { fn: PaperEntryFunction }) {
  if (fn.indicators.length === 0) return null;
  const names = fn.indicators.map(({ key }) => indicatorField(fn.key, key));
  const answered = names.filter((name) => values[name]).length;
  return (
    <Disclosure
      summary={m.assess_indicators()}
      count={m.assess_indicators_answered({ answered, total: names.length })}
      open={names.some((name) => errors[name]?.length)}
    >
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2 [&>.field]:mt-0 [&>.field]:content-between">
        {fn.indicators.map(({ key, text }) => {
          const name = indicatorField(fn.key, key);
          return (
            <SelectField
              key={key}
              name={name}
              label={<span className="font-normal">{text}</span>}
              error={errors[name]}
              placeholder={m.paper_enter_no_answer()}
              options={view.answers.map((answer) => ({ value: answer, label: answerWord(answer) }))}
              defaultValue={values[name]}
            />
          );
        })}
      </div>
    </Disclosure>
  );
}
