import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { classNames } from "~/ui/class-names";
import { controlProps, Field } from "~/ui/field";
import type { FieldErrors } from "~/ui/form-errors";
import { LevelChip } from "~/ui/level-chip";
import { RadioField } from "~/ui/radio-field";
import type { CheckedLevel, GivenAnswer } from "~/use-cases/read-check";
import { answerField, commentField } from "./fields";
import { GivenAnswers } from "./given-answers";

export type FunctionCheckProps = {
  fn: CheckedLevel;
  /** What others said, for readers who may see it. */
  others: GivenAnswer[];
  /** The questions as put to the company, or to somebody who speaks for themself, on a narrow page. */
  own?: boolean;
  levels: number;
  longestComment: number;
  values: Record<string, string>;
  errors?: FieldErrors;
};

/** One function: its level, what that says of the company, and whether the company agrees. */
export function FunctionCheck(props: FunctionCheckProps) {
  const { fn, others, own = false, levels, longestComment, values, errors } = props;
  const { key, number, name, level, levelName, descriptor } = fn;
  return (
    <section
      data-check
      className={classNames(
        "grid gap-x-14 gap-y-5 border-t border-line py-7 *:min-w-0",
        !own && "lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]",
      )}
      aria-labelledby={`check-${key}`}
    >
      <div>
        <h2 id={`check-${key}`} className="mb-2.5 text-xl">
          <span className="tabular text-ink-muted">{number}</span> {name}
        </h2>
        <LevelChip level={level} levels={levels} name={levelName} />
        <p className="mt-2.5 max-w-measure">{descriptor}</p>
      </div>
      <div>
        <RadioField
          name={answerField(key)}
          label={
            <>
              {own ? m.check_own_question() : m.check_question()} <span className="sr-only">{name}</span>
            </>
          }
          options={[
            { value: "confirm", label: own ? m.check_own_confirm() : m.check_confirm() },
            { value: "dispute", label: own ? m.check_own_dispute() : m.check_dispute() },
          ]}
          defaultValue={values[answerField(key)]}
          error={errors?.[answerField(key)]}
          inline
        />
        <Comment
          name={commentField(key)}
          of={name}
          longest={longestComment}
          value={values[commentField(key)]}
          error={errors?.[commentField(key)]}
        />
        {others.length > 0 ? (
          <div className="mt-6">
            <h3 className="mb-2 text-base">{m.check_others()}</h3>
            <GivenAnswers answers={others} />
          </div>
        ) : null}
      </div>
    </section>
  );
}

type CommentProps = { name: string; of: string; longest: number; value?: string; error?: string[] | null };

/**
 * Neither required nor optional: that depends on the answer before it, and the hint says how. It comes with the
 * answer; a browser that does not know :has() shows it always.
 */
function Comment({ name, of, longest, value, error }: CommentProps) {
  const limit = m.ui_characters_at_most({ max: formatNumber(longest, 0) });
  const label = (
    <>
      {m.check_comment()} <span className="sr-only">{of}</span>
    </>
  );
  const hint = `${m.check_comment_hint()} ${limit}`;
  const idle = !value && !error?.length;
  const className = idle ? "[[data-check]:not(:has(:checked))_&]:hidden" : undefined;
  const field = { name, label, error, hint, className };
  return (
    <Field {...field}>
      <textarea
        {...controlProps({ ...field, required: false })}
        className="control control-full"
        rows={3}
        defaultValue={value}
      />
    </Field>
  );
}
