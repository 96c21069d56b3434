import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { showBrand } from "~/http/brand";
import { takeFlash } from "~/http/flash";
import { ownTexts } from "~/http/own-texts";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { LanguageSwitch } from "~/ui/language-switch";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { SiteShell } from "~/ui/site-shell";
import { currentAssessor, deskOf } from "./seat.server";
import { useEraseFirst, useSaid, useSeat } from "./use-seat";
import { seatView } from "./views.server";
import { Waiting } from "./waiting";

/** Who judges here and what was just done. Guards nothing: every page below guards itself. */
export async function loader(args: LoaderFunctionArgs) {
  const [visit, flash] = await Promise.all([currentAssessor(args), takeFlash(args)]);
  const desk = visit && deskOf(args, visit);
  if (desk) showBrand(args, desk.assessment.workspaceId);
  const seat = desk && seatView(desk, getLocale());
  const assessorName = desk?.member.name;
  if (seat && assessorName) ownTexts(args, { assessorName, memberId: seat.memberId });
  const headers = flash ? { "Set-Cookie": flash.header } : undefined;
  return data({ assessorName, seat, flash: flash?.message ?? null }, { headers });
}

/** The frame of everything an assessor sees: narrow, hardly any header, the way out at the end. */
export default function AssessLayout() {
  const { assessorName: name, seat, flash } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  useFocusOnNewPage(pathname);
  useSeat(seat);
  const message = useSaid() ?? flash;
  return (
    <SiteShell
      variant="assessor"
      homeHref={name ? "/assess" : "/"}
      language={<LanguageSwitch current={getLocale()} returnTo={pathname + search} />}
      footer={name && pathname.startsWith("/assess") ? <WayOut name={name} /> : undefined}
    >
      <div role="status">
        {message ? (
          <div className="-mt-3 mb-6 [main:has([role=alert])_&]:hidden">
            <Notice tone="success">{message}</Notice>
          </div>
        ) : null}
      </div>
      <Waiting seat={seat} />
      <Outlet />
    </SiteShell>
  );
}

function WayOut({ name }: { name: string }) {
  const eraseFirst = useEraseFirst();
  return (
    <>
      <p>{m.assess_footer_as({ name })}</p>
      <Form method="post" action="/assess/leave" onSubmit={eraseFirst}>
        <button type="submit" className="link min-h-11">
          {m.assess_leave()}
        </button>
      </Form>
      <Link href="/assess/data" className="link min-h-11 content-center">
        {m.privacy_assess_title()}
      </Link>
    </>
  );
}

/** A page drawn without reloading says so to nobody: its heading takes the focus, as a new document would. */
function useFocusOnNewPage(pathname: string) {
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const heading = document.querySelector<HTMLElement>("main h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }, [pathname]);
}
