import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { formatShortMoment } from "~/i18n/format";
import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { StageTag } from "~/routes/assessment/stage-tag";
import { RowAction } from "~/routes/company/row-action";
import { classNames } from "~/ui/class-names";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/link";
import type { PanelRow } from "./panel-rows";
import { PERSPECTIVES } from "./perspectives";

type PanelTableProps = {
  assessmentId: string;
  members: PanelRow[];
  /** How many functions the rubric has. */
  functions: number;
  editable: boolean;
  /** Whether it is judged now. */
  open: boolean;
};

/** The panel with what can be done for each member. */
export function PanelTable({ assessmentId, members, functions, editable, open }: PanelTableProps) {
  return (
    <DataTable caption={m.consultant_tab_panel()} captionHidden>
      <thead>
        <tr>
          <th scope="col">{m.consultant_member()}</th>
          <th scope="col">{m.consultant_person_email()}</th>
          <th scope="col">{m.consultant_perspective()}</th>
          <th scope="col">{m.consultant_asked()}</th>
          <th scope="col" className="num">
            {m.consultant_weight()}
          </th>
          <th scope="col">{m.consultant_state()}</th>
          {editable ? (
            <th scope="col">
              <span className="sr-only">{m.consultant_actions()}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <th scope="row">
              {member.name}
              {member.replacesName === null ? null : (
                <Small>{m.panel_replaces({ name: member.replacesName })}</Small>
              )}
            </th>
            <td>{member.email}</td>
            <td>{PERSPECTIVES[member.perspective].label()}</td>
            <td className="tabular">
              {member.functions === null
                ? m.consultant_asked_all_short()
                : m.consultant_asked_of({ asked: member.functions.length, total: functions })}
            </td>
            <td className="num">
              {formatNumber(member.weight, 2)}
              {member.weightReason === "" ? null : (
                <Small wide>{m.panel_weight_why({ reason: member.weightReason })}</Small>
              )}
            </td>
            <td>
              <StageTag stage={member.stage} reason={member.declineReason} />
              {member.invitedAt === null ? null : (
                <Small>{m.panel_link_at({ date: formatShortMoment(member.invitedAt) })}</Small>
              )}
            </td>
            {editable ? (
              <td>
                <MemberActions assessmentId={assessmentId} member={member} open={open} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** A second line in a cell; `wide` where the column would be narrow without it. */
function Small({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "block max-w-64 text-start text-sm font-normal wrap-anywhere whitespace-normal text-ink-muted",
        wide && "min-w-40",
      )}
    >
      {children}
    </span>
  );
}

type ActionsProps = Pick<PanelTableProps, "assessmentId" | "open"> & { member: PanelRow };

function MemberActions({ assessmentId, member, open }: ActionsProps) {
  const page = `/assessments/${assessmentId}/panel/${member.id}`;
  return (
    <div className="flex items-center justify-end gap-4 whitespace-nowrap">
      {open && member.toRemind ? (
        <Form method="post">
          <input type="hidden" name="intent" value="remind-one" />
          <input type="hidden" name="member" value={member.id} />
          <RowAction of={member.name}>{m.panel_remind()}</RowAction>
        </Form>
      ) : null}
      {member.stage === "declined" ? (
        <Link href={`${page}/replace`} className="link">
          {m.panel_replace()}
          <span className="sr-only"> {member.name}</span>
        </Link>
      ) : null}
      <Form method="post">
        <input type="hidden" name="intent" value="invite" />
        <input type="hidden" name="member" value={member.id} />
        <RowAction of={member.name}>
          {member.invitedAt ? m.consultant_link_renew() : m.consultant_link_make()}
        </RowAction>
      </Form>
      <Link href={page} className="link">
        {m.ui_change()}
        <span className="sr-only"> {member.name}</span>
      </Link>
      <Link href={`${page}/remove`} className="link">
        {m.consultant_remove()}
        <span className="sr-only"> {member.name}</span>
      </Link>
    </div>
  );
}
