import { formatDate, formatShortMoment, localDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import type { Report } from "~/use-cases/read-report";
import { reportQuery } from "./addresses";

/** So many characters of a fingerprint tell two versions apart; the whole one stands with the trace. */
const FINGERPRINT = 12;

/** Says that what is read is not what stands now: an older publication, or one that is withdrawn. */
export function VersionBar({ report: { edition, versions, assessment } }: { report: Report }) {
  const [newest] = versions;
  if (edition.kind === "live" || !newest) return null;
  const { number } = edition;
  const facts = { number, total: versions.length, date: formatDate(localDate(edition.at)) };
  const isWithdrawn = assessment.state !== "published" && assessment.state !== "archived";
  if (!isWithdrawn && number === newest.number) return null;
  const title = isWithdrawn ? m.versions_withdrawn_title() : m.versions_older_title();
  return (
    <Notice tone="attention" title={title}>
      {isWithdrawn
        ? m.versions_withdrawn_body(facts)
        : m.versions_older_body({ ...facts, newest: newest.number })}{" "}
      <Link href={`/assessments/${assessment.id}/report`} className="link print-hidden">
        {isWithdrawn ? m.versions_withdrawn_link() : m.versions_older_link()}
      </Link>
    </Notice>
  );
}

/** Every publication with when, by whom and of what it was made; each leads to itself. */
export function Versions({ report: { edition, versions } }: { report: Report }) {
  if (versions.length === 0) return null;
  const isNamed = versions.some(({ by }) => by !== null);
  const shown = edition.kind === "publication" ? edition.number : null;
  return (
    <div className="report-versions">
      <h3>{m.versions_title()}</h3>
      <p className="text-ink-muted">{m.versions_lead()}</p>
      <DataTable caption={m.versions_title()} captionHidden>
        <thead>
          <tr>
            <th scope="col">{m.versions_number()}</th>
            <th scope="col">{m.versions_at()}</th>
            {isNamed ? <th scope="col">{m.versions_by()}</th> : null}
            <th scope="col">{m.versions_judgments()}</th>
            <th scope="col">{m.versions_rubric()}</th>
            <th scope="col">{m.versions_method()}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ number, at, by, judgmentsHash, rubricVersion, method }) => (
            <tr key={number}>
              <th scope="row">
                {number === shown ? (
                  `${m.versions_link({ number })} (${m.versions_this()})`
                ) : (
                  <a href={reportQuery({ version: number })} className="link">
                    {m.versions_link({ number })}
                  </a>
                )}
              </th>
              <td className="whitespace-nowrap">{formatShortMoment(at)}</td>
              {isNamed ? <td>{by ?? "–"}</td> : null}
              <td title={judgmentsHash}>{judgmentsHash.slice(0, FINGERPRINT)}</td>
              <td>{rubricVersion}</td>
              <td className="whitespace-nowrap">{`${method.name} ${method.version}`}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
