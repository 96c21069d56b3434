import type { ReactNode } from "react";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { editionText } from "~/report/words";
import type { HeaderFacts } from "~/routes/assessment/assessment-header";
import { ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import type { PublicationCheck } from "~/use-cases/read-check";

export type CheckHeaderProps = {
  header: HeaderFacts;
  /** The publication that is checked; none while it is withdrawn. */
  check?: Pick<PublicationCheck, "publication" | "at">;
  lead?: ReactNode;
};

/** The head of the page as the company sees it. */
export function CheckHeader({ header, check, lead }: CheckHeaderProps) {
  const { id, title, asOf, companyId, companyName } = header;
  return (
    <PageHeader
      breadcrumbs={[{ href: `/companies/${companyId}`, label: companyName }]}
      title={m.check_title()}
      meta={[
        title,
        m.consultant_as_of({ date: formatDate(asOf) }),
        check ? editionText({ kind: "publication", number: check.publication, at: check.at }) : null,
      ]}
      lead={lead}
      actions={
        check ? (
          <ButtonLink href={`/assessments/${id}/report`} variant="secondary">
            {m.check_to_report()}
          </ButtonLink>
        ) : null
      }
    />
  );
}
