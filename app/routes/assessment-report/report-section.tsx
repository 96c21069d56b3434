import type { ReactNode } from "react";

type ReportSectionProps = { id: string; title: string; lead?: ReactNode; children: ReactNode };

/** A chapter of the report; its id is what the contents link to. */
export function ReportSection({ id, title, lead, children }: ReportSectionProps) {
  return (
    <section id={id} className="report-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead ? <p className="report-lead">{lead}</p> : null}
      {children}
    </section>
  );
}
