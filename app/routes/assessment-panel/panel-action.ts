import { data } from "@remix-run/node";
import { z } from "zod";
import type { RequestArgs } from "~/http/context";
import { textField } from "~/http/fields";
import { redirectSaying } from "~/http/flash";
import { type FormState, readForm } from "~/http/form";
import { m } from "~/i18n/messages";
import type { AssessmentWithCompany } from "~/use-cases/assessments";
import type { ScopedContext } from "~/use-cases/context";
import {
  addMember,
  inviteMember,
  inviteMissing,
  readMember,
  remindMember,
  remindUnsubmitted,
} from "~/use-cases/panel";
import { answerMemberRefusal, memberInput } from "./member-input";
import { hasReason, memberFields, reasonMissing } from "./member-schema";
import { type PersonalLink, personalLink } from "./personal-link.server";

const schema = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("add"), ...memberFields() }).refine(hasReason, reasonMissing),
    z.object({ intent: z.literal("invite"), member: textField(80) }),
    z.object({ intent: z.literal("invite-missing") }),
    z.object({ intent: z.literal("remind") }),
    z.object({ intent: z.literal("remind-one"), member: textField(80) }),
  ],
  { error: () => m.form_choice_unknown() },
);

export type PanelState = FormState & { links: PersonalLink[] };

/**
 * Adds a member, or makes personal links. Links are answered at once and not after a redirect: they are stored
 * nowhere and can be shown only now.
 */
export async function changePanel(
  args: RequestArgs,
  context: ScopedContext,
  assessment: AssessmentWithCompany,
) {
  const form = await readForm(args, schema);
  if (!form.ok) return form.refuse();
  const { value, values } = form;
  const { id } = assessment;
  try {
    if (value.intent === "add") {
      const member = memberInput(value);
      addMember(context, id, member);
      return await redirectSaying(
        args,
        `/assessments/${id}/panel`,
        m.consultant_member_added({ name: member.name }),
      );
    }
    const made = {
      invite: () => [inviteOne(context, id, "member" in value ? value.member : "")],
      "remind-one": () => remindMember(context, id, "member" in value ? value.member : ""),
      "invite-missing": () => inviteMissing(context, id),
      remind: () => remindUnsubmitted(context, id),
    }[value.intent]();
    const sender = { context, assessment, baseUrl: args.context.services.env.BASE_URL };
    return data<PanelState>({
      values: {},
      errors: {},
      links: made.map((one) => personalLink(sender, one)),
    });
  } catch (error) {
    return answerMemberRefusal(args, error, values);
  }
}

function inviteOne(context: ScopedContext, assessmentId: string, memberId: string) {
  const token = inviteMember(context, assessmentId, memberId);
  return { member: readMember(context, assessmentId, memberId), token };
}
