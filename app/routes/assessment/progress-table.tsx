import { formatShortMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { PERSPECTIVES } from "~/routes/assessment-panel/perspectives";
import { DataTable } from "~/ui/data-table";
import type { OverviewMember } from "~/use-cases/assessment-overview";
import { MiniProgress } from "./mini-progress";
import { StageTag } from "./stage-tag";

/** The panel, one row a member: how far each is. */
export function ProgressTable({ members }: { members: OverviewMember[] }) {
  return (
    <DataTable caption={m.consultant_panel_progress()} captionHidden>
      <thead>
        <tr>
          <th scope="col">{m.consultant_member()}</th>
          <th scope="col">{m.consultant_state()}</th>
          <th scope="col">{m.consultant_judged()}</th>
          <th scope="col">{m.consultant_perspective()}</th>
          <th scope="col">{m.consultant_link_opened()}</th>
          <th scope="col">{m.consultant_submitted()}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <th scope="row">{member.name}</th>
            <td>
              <StageTag stage={member.stage} reason={member.declineReason} />
            </td>
            <td>
              <MiniProgress
                value={member.judged}
                max={member.asked}
                label={m.consultant_judged_of({ judged: member.judged, functions: member.asked })}
              />
            </td>
            <td className="whitespace-nowrap">{PERSPECTIVES[member.perspective].label()}</td>
            <td className="whitespace-nowrap">
              <Moment at={member.openedAt} />
            </td>
            <td className="whitespace-nowrap">
              <Moment at={member.submittedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Moment({ at }: { at: Date | null }) {
  return at ? (
    <time dateTime={at.toISOString()}>{formatShortMoment(at)}</time>
  ) : (
    <span aria-hidden="true">–</span>
  );
}
