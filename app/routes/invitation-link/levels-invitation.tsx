import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { PageHeader } from "~/ui/page-header";
import { ActionBar } from "../assess-layout/action-bar";

export type LevelsInvitationProps = {
  name: string;
  company: string;
  /** So many must have answered before the company sees it; 1 in a panel that agreed to be recognisable. */
  minimumGroup: number;
  children: ReactNode;
};

/** For an informant: what they are asked now that the levels are there; `children` is the way in. */
export function LevelsInvitation({ name, company, minimumGroup, children }: LevelsInvitationProps) {
  return (
    <>
      <PageHeader title={m.assess_invite_title({ name })} lead={m.check_invite_lead({ company })} />
      <section>
        <h2>{m.assess_privacy_title()}</h2>
        <p className="mt-3">
          {minimumGroup <= 1 ? m.check_own_privacy_named() : m.check_own_privacy({ minimum: minimumGroup })}
        </p>
      </section>
      <ActionBar>{children}</ActionBar>
      <Form method="post" action="/assess/leave" className="sm:-mx-3">
        <input type="hidden" name="wrongPerson" value="yes" />
        <button type="submit" className="button button-quiet w-full sm:w-auto">
          {m.assess_wrong_person({ name })}
        </button>
      </Form>
    </>
  );
}
