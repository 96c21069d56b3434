import { Form } from "@remix-run/react";
import { formatNumber, formatShortMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { RowAction } from "~/routes/company/row-action";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/link";
import { StatusTag } from "~/ui/status-tag";
import type { PanelRow } from "./panel-rows";
import { PERSPECTIVES } from "./perspectives";

type PanelTableProps = {
  assessmentId: string;
  members: PanelRow[];
  /** How many functions the rubric has. */
  functions: number;
  editable: boolean;
};

/** The panel with what can be done for each member. */
export function PanelTable({ assessmentId, members, functions, editable }: PanelTableProps) {
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
          <th scope="col">{m.consultant_personal_link()}</th>
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
            <th scope="row">{member.name}</th>
            <td>{member.email}</td>
            <td>{PERSPECTIVES[member.perspective].label()}</td>
            <td className="tabular">
              {member.functions === null
                ? m.consultant_asked_all_short()
                : m.consultant_asked_of({ asked: member.functions.length, total: functions })}
            </td>
            <td className="num">{formatNumber(member.weight, 2)}</td>
            <td className="whitespace-nowrap">
              {member.invitedAt ? (
                m.consultant_link_made_at({ date: formatShortMoment(member.invitedAt) })
              ) : (
                <StatusTag tone={editable ? "attention" : "neutral"}>
                  {m.consultant_stage_uninvited()}
                </StatusTag>
              )}
            </td>
            {editable ? (
              <td>
                <MemberActions assessmentId={assessmentId} member={member} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function MemberActions({ assessmentId, member }: { assessmentId: string; member: PanelRow }) {
  const page = `/assessments/${assessmentId}/panel/${member.id}`;
  return (
    <div className="flex items-center justify-end gap-4 whitespace-nowrap">
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
