import { formatShortDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { DataTable } from "~/ui/data-table";
import { Notice } from "~/ui/notice";
import type { PastAssessment } from "~/use-cases/import-past";

/** The assessments that an import would make, oldest first; `named` tells whether assessors are told apart. */
export function Becomes({ assessments, named }: { assessments: PastAssessment[]; named: boolean }) {
  return (
    <section className="grid gap-4">
      <h2 className="text-xl">{m.import_becomes()}</h2>
      <p className="max-w-measure text-ink-muted">{m.import_becomes_about()}</p>
      {named ? null : <Notice tone="attention">{m.import_no_assessors()}</Notice>}
      <DataTable caption={m.import_becomes()} captionHidden>
        <thead>
          <tr>
            <th scope="col">{m.import_becomes_date()}</th>
            <th scope="col">{m.import_becomes_title()}</th>
            <th scope="col" className="num">
              {m.import_becomes_assessors()}
            </th>
            <th scope="col" className="num">
              {m.import_becomes_judgments()}
            </th>
          </tr>
        </thead>
        <tbody>
          {assessments.map(({ asOf, title, assessors, judgments }) => (
            <tr key={asOf}>
              <th scope="row" className="whitespace-nowrap">
                {formatShortDate(asOf)}
              </th>
              <td>{title}</td>
              <td className="num">{named ? assessors : "–"}</td>
              <td className="num">{judgments}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
