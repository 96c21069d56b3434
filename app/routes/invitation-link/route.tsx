import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { showBrand } from "~/http/brand";
import { assessorCookie, chosenLanguage, languageCookie } from "~/http/cookies";
import { orNotFound, visitorContext } from "~/http/guards";
import { countLink, noteDeadLink } from "~/http/personal-link";
import { m } from "~/i18n/messages";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { isNamed } from "~/use-cases/assessments";
import { readInvitedDesk } from "~/use-cases/desk";
import { asksLevels } from "~/use-cases/informants";
import { startAssessorSession } from "~/use-cases/sessions";
import { deskView } from "../assess-layout/views.server";
import { InvitationPage } from "./invitation-page";
import { LevelsInvitation } from "./levels-invitation";

export const meta: MetaFunction<typeof loader> = (args) => {
  const name = args.data?.invitation?.name;
  return titled(name ? m.assess_invite_title({ name }) : m.assess_dead_title(), args);
};

/** Looking at a link changes nothing: mail scanners look, too. A dead link looks the same whatever killed it. */
export function loader(args: LoaderFunctionArgs) {
  const desk = readInvitedDesk(visitorContext(args), orNotFound(args.params.token));
  if (!desk) return data({ invitation: null }, { status: 404 });
  showBrand(args, desk.assessment.workspaceId);
  // Whoever has chosen no language reads the page in the assessment's own; nothing is remembered yet.
  args.context.locale = chosenLanguage(args.request) ?? desk.assessment.language;
  const view = deskView(desk, args.context.locale);
  const { perspective } = desk.member;
  const asked = asksLevels(visitorContext(args), desk);
  const check = asked ? { minimumGroup: desk.assessment.options.minimumGroup } : null;
  return data({ invitation: { ...view, perspective, named: isNamed(desk.assessment), check } });
}

/** Starts the session and goes on under an address without the token; also for who comes to decline. */
export async function action(args: ActionFunctionArgs) {
  const token = orNotFound(args.params.token);
  const context = visitorContext(args);
  await countLink(args);
  const desk = readInvitedDesk(context, token);
  const session = noteDeadLink(args, startAssessorSession(context, token));
  if (!desk || !session) return data(null, { status: 404 });
  const headers = new Headers();
  headers.append("Set-Cookie", await assessorCookie(args).serialize(session));
  if (!chosenLanguage(args.request)) {
    const secure = args.context.services.env.BASE_URL.startsWith("https:");
    headers.append("Set-Cookie", languageCookie(desk.assessment.language, secure));
  }
  const declines = new URL(args.request.url).searchParams.get("to") === "decline";
  const asked = asksLevels(context, desk) ? "/assess/levels" : "/assess";
  return redirect(declines ? "/assess/decline" : asked, { headers });
}

export default function InvitationLink() {
  const { invitation } = useLoaderData<typeof loader>();
  if (!invitation) return <PageHeader title={m.assess_dead_title()} lead={m.assess_dead_body()} />;
  const { check, name, company } = invitation;
  const start = (
    // A page of its own from here on, whose address the worker that keeps pages is responsible for.
    <Form method="post" reloadDocument>
      <button type="submit" className="button button-primary w-full sm:w-auto">
        {check ? m.check_invite_start() : startLabel(invitation)}
      </button>
    </Form>
  );
  if (!check) return <InvitationPage invitation={invitation}>{start}</InvitationPage>;
  return (
    <LevelsInvitation {...{ name, company, minimumGroup: check.minimumGroup }}>{start}</LevelsInvitation>
  );
}

function startLabel({ editable, tasks }: { editable: boolean; tasks: { begun: boolean }[] }): string {
  if (!editable) return m.assess_read_own();
  return tasks.some(({ begun }) => begun) ? m.assess_resume() : m.assess_start();
}
