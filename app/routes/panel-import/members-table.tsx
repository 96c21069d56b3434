import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { PERSPECTIVES } from "~/routes/assessment-panel/perspectives";
import { DataTable } from "~/ui/data-table";
import { StatusTag } from "~/ui/status-tag";
import type { MembersCheck } from "./steps.server";

/** Every row of the table, as it was understood; those with something wrong are marked. */
export function MembersTable({ lines }: Pick<MembersCheck, "lines">) {
  return (
    <DataTable caption={m.panel_import_found()} captionHidden>
      <thead>
        <tr>
          <th scope="col">{m.consultant_person_name()}</th>
          <th scope="col" className="num">
            {m.panel_import_line()}
          </th>
          <th scope="col">{m.consultant_state()}</th>
          <th scope="col">{m.consultant_person_email()}</th>
          <th scope="col">{m.consultant_perspective()}</th>
          <th scope="col" className="num">
            {m.consultant_weight()}
          </th>
          <th scope="col">{m.panel_weight_reason()}</th>
          <th scope="col">{m.consultant_asked()}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            <th scope="row">{line.name || "–"}</th>
            <td className="num">{line.line}</td>
            <td>
              <StatusTag tone={line.fine ? "done" : "attention"}>
                {line.fine ? m.panel_import_fine() : m.panel_import_check()}
              </StatusTag>
            </td>
            <td>{line.email || "–"}</td>
            <td>
              {line.perspectiveKey ? PERSPECTIVES[line.perspectiveKey].label() : line.perspective || "–"}
            </td>
            <td className="num">
              {line.perspectiveKey ? formatNumber(Number(line.weight), 2) : line.weight}
            </td>
            <td className="max-w-64 wrap-anywhere">{line.weightReason}</td>
            <td className="max-w-80 wrap-anywhere">{line.functions ?? m.consultant_asked_all_short()}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
