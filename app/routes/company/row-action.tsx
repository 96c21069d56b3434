import type { ReactNode } from "react";

/** An action in a table's row: as quiet as a link, since every row has it. `of` names the row for those who hear it. */
export function RowAction(props: { name?: string; value?: string; of: string; children: ReactNode }) {
  const { name, value, of, children } = props;
  return (
    <button type="submit" name={name} value={value} className="link py-0.5">
      {children}
      <span className="sr-only"> {of}</span>
    </button>
  );
}
