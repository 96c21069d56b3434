import { formatShortMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { PERSPECTIVES } from "~/routes/assessment-panel/perspectives";
import { DataTable } from "~/ui/data-table";
import { StatusTag, type StatusTone } from "~/ui/status-tag";
import type { MemberStage, OverviewMember } from "~/use-cases/assessment-overview";
import { MiniProgress } from "./mini-progress";

const STAGES: Record<MemberStage, { label: () => string; tone: StatusTone }> = {
  "not-asked": { label: () => m.rounds_stage_not_asked(), tone: "neutral" },
  uninvited: { label: () => m.consultant_stage_uninvited(), tone: "attention" },
  invited: { label: () => m.consultant_stage_invited(), tone: "neutral" },
  opened: { label: () => m.consultant_stage_opened(), tone: "neutral" },
  started: { label: () => m.consultant_stage_started(), tone: "progress" },
  submitted: { label: () => m.consultant_stage_submitted(), tone: "done" },
};

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
        {members.map((member) => {
          const { label, tone } = STAGES[member.stage];
          return (
            <tr key={member.id}>
              <th scope="row">{member.name}</th>
              <td>
                <StatusTag tone={tone}>{label()}</StatusTag>
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
          );
        })}
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
