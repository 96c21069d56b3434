import { m } from "~/i18n/messages";
import { Disclosure } from "~/ui/disclosure";
import { FieldGroup } from "~/ui/field";
import { type FieldErrors, fieldId } from "~/ui/form-errors";
import { functionField } from "./fields";

type FunctionBoxesProps = {
  /** The one it is about first. */
  functions: { key: string; name: string }[];
  values: Record<string, string>;
  errors: FieldErrors;
};

/** Which functions the evidence speaks for; those beside the first are folded while none of them is ticked. */
export function FunctionBoxes({ functions, values, errors }: FunctionBoxesProps) {
  const [first, ...others] = functions;
  if (!first) return null;
  const isTicked = (key: string) => values[functionField(key)] === "on";
  const error = functions.flatMap(({ key }) => errors[functionField(key)] ?? []);
  const box = ({ key, name }: { key: string; name: string }) => (
    <div key={key} className="choice">
      <input
        type="checkbox"
        id={fieldId(functionField(key))}
        name={functionField(key)}
        value="on"
        defaultChecked={isTicked(key)}
      />
      <label htmlFor={fieldId(functionField(key))}>{name}</label>
    </div>
  );
  return (
    <FieldGroup name="functions" label={m.evidence_functions()} error={error}>
      <div className="choices">{box(first)}</div>
      {others.length > 0 ? (
        <Disclosure
          className="mt-3"
          summary={m.evidence_functions_more()}
          count={others.length}
          open={error.length > 0 || others.some(({ key }) => isTicked(key))}
        >
          <div className="choices">{others.map(box)}</div>
        </Disclosure>
      ) : null}
    </FieldGroup>
  );
}
