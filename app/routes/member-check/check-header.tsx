import type { ReactNode } from "react";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import type { HeaderFacts } from "~/routes/assessment/assessment-header";
import { ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import type { LevelCheck } from "~/use-cases/read-check";
import { editionName } from "./edition-name";

export type CheckHeaderProps = {
  header: HeaderFacts;
  /** What is checked; nothing while it is withdrawn. */
  check?: Pick<LevelCheck, "kind" | "number" | "at">;
  lead?: ReactNode;
};

/** The head of the page as the company sees it. */
export function CheckHeader({ header, check, lead }: CheckHeaderProps) {
  const { id, title, asOf, companyId, companyName } = header;
  return (
    <PageHeader
      breadcrumbs={[{ href: `/companies/${companyId}`, label: companyName }]}
      title={check?.kind === "preview" ? m.check_preview_title() : m.check_title()}
      meta={[title, m.consultant_as_of({ date: formatDate(asOf) }), check ? editionName(check) : null]}
      lead={lead}
      actions={
        check?.kind === "publication" ? (
          <ButtonLink href={`/assessments/${id}/report`} variant="secondary">
            {m.check_to_report()}
          </ButtonLink>
        ) : null
      }
    />
  );
}
