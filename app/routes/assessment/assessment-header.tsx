import type { ReactNode } from "react";
import { formatDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { PageHeader } from "~/ui/page-header";
import { TabsNav } from "~/ui/tabs-nav";
import type { AssessmentWithCompany } from "~/use-cases/assessments";
import { StateTag } from "./state-tag";

export type HeaderFacts = Pick<
  AssessmentWithCompany,
  "id" | "title" | "asOf" | "deadline" | "state" | "companyId" | "companyName"
> & {
  /** Somebody in the panel has judged something: there may be disagreement to look at. */
  begun: boolean;
};

/** The part of an assessment that the header of its pages shows. */
export function headerFacts(assessment: AssessmentWithCompany & { begun: boolean }): HeaderFacts {
  const { id, title, asOf, deadline, state, companyId, companyName, begun } = assessment;
  return { id, title, asOf, deadline, state, companyId, companyName, begun };
}

export type AssessmentHeaderProps = {
  assessment: HeaderFacts;
  members: number;
  current:
    | "overview"
    | "panel"
    | "rounds"
    | "disagreement"
    | "workshop"
    | "texts"
    | "check"
    | "goals"
    | "settings";
  actions?: ReactNode;
};

/** What the pages of one assessment have in common: title, state, dates, and the way between them. */
export function AssessmentHeader({ assessment, members, current, actions }: AssessmentHeaderProps) {
  const { id, title, asOf, deadline, state, companyId, companyName, begun } = assessment;
  const page = `/assessments/${id}`;
  const tabs = [
    { href: page, label: m.consultant_tab_overview(), current: current === "overview" },
    {
      href: `${page}/panel`,
      label: m.consultant_tab_panel(),
      current: current === "panel",
      count: members,
    },
    { href: `${page}/rounds`, label: m.rounds_tab(), current: current === "rounds" },
    ...(begun || current === "disagreement"
      ? [{ href: `${page}/disagreement`, label: m.desk_tab(), current: current === "disagreement" }]
      : []),
    ...(state === "draft"
      ? []
      : [
          { href: `${page}/workshop`, label: m.workshop_tab(), current: current === "workshop" },
          { href: `${page}/report`, label: m.consultant_report() },
          { href: `${page}/texts`, label: m.texts_title(), current: current === "texts" },
        ]),
    ...(state === "closed" || state === "published" || state === "archived" || current === "check"
      ? [{ href: `${page}/check`, label: m.check_tab(), current: current === "check" }]
      : []),
    { href: `${page}/goals`, label: m.compare_goals_tab(), current: current === "goals" },
    { href: `${page}/settings`, label: m.consultant_tab_settings(), current: current === "settings" },
  ];
  return (
    <>
      <PageHeader
        className="!mb-5"
        breadcrumbs={[
          { href: "/companies", label: m.nav_companies() },
          { href: `/companies/${companyId}`, label: companyName },
        ]}
        title={title}
        meta={[
          <StateTag key="state" state={state} />,
          m.consultant_as_of({ date: formatDate(asOf) }),
          deadline ? m.consultant_deadline_until({ date: formatDate(deadline) }) : null,
        ]}
        actions={actions}
      />
      <TabsNav label={m.consultant_tabs()} items={tabs} />
    </>
  );
}
