import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { m } from "~/i18n/messages";
import { Link } from "~/ui/link";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { currentAssessor } from "../assess-layout/seat.server";

export const meta: MetaFunction = (args) => titled(m.assess_way_in_title(), args);

/** For whoever has no session as an assessor; somebody who has one goes on to their tasks. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await currentAssessor(args);
  return visit ? redirect("/assess") : null;
}

export default function WayIn() {
  return (
    <>
      <PageHeader title={m.assess_way_in_title()} lead={m.assess_way_in_lead()} />
      <div className="grid gap-4">
        <p>{m.assess_way_in_lost()}</p>
        <p className="text-ink-muted">
          {m.assess_way_in_account()}{" "}
          <Link href="/sign-in" className="link">
            {m.nav_sign_in()}
          </Link>
        </p>
      </div>
    </>
  );
}
