import { m } from "~/i18n/messages";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import type { OverviewMember } from "~/use-cases/assessment-overview";

/** Who said that they will not judge, each with the way to put somebody in their place; nothing where nobody did. */
export function DeclinedNotice({ id, members }: { id: string; members: OverviewMember[] }) {
  const declined = members.filter(({ stage }) => stage === "declined");
  if (declined.length === 0) return null;
  return (
    <Notice tone="attention" title={m.panel_declined_notice({ count: declined.length })}>
      <ul className="grid list-disc gap-1 ps-5">
        {declined.map((member) => (
          <li key={member.id} className="wrap-anywhere">
            <Link href={`/assessments/${id}/panel/${member.id}/replace`} className="link">
              {m.panel_replace_one(member)}
            </Link>
            {member.declineReason === "" ? null : (
              <span className="block text-sm">{m.panel_decline_why({ reason: member.declineReason })}</span>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-1.5">{m.panel_declined_about()}</p>
    </Notice>
  );
}
