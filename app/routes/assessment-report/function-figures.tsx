import { functionFigures } from "~/report/words/function";
import type { FunctionProps } from "./function-section";

type Spread = NonNullable<FunctionProps["fn"]["spread"]>;

/** The figures of one function: few, small, each with its name. */
export function FunctionFigures({ fn, report, spread }: FunctionProps & { spread: Spread }) {
  return (
    <dl className="report-figures">
      {functionFigures(fn, spread, report).map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
