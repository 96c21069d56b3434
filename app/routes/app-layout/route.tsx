import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { useState } from "react";
import { can } from "~/access/policy";
import { showBrand } from "~/http/brand";
import { takeFlash } from "~/http/flash";
import { currentUser } from "~/http/guards";
import { ownTexts } from "~/http/own-texts";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { Button } from "~/ui/button";
import { LanguageSwitch } from "~/ui/language-switch";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { type NavItem, SiteShell } from "~/ui/site-shell";
import { PaletteButton } from "./palette-button";

/** Who is signed in and what was just done. Guards nothing: every page below guards itself. */
export async function loader(args: LoaderFunctionArgs) {
  const [visit, flash] = await Promise.all([currentUser(args), takeFlash(args)]);
  showBrand(args, visit?.context.scope.workspaceId);
  const user = visit && {
    userName: visit.context.actor.name,
    managesPeople: can(visit.context.actor, "workspace:manage", visit.context.scope),
    sendsMail: can(visit.context.actor, "people:manage", visit.context.scope),
  };
  if (user) ownTexts(args, { userName: user.userName });
  const headers = flash ? { "Set-Cookie": flash.header } : undefined;
  return data({ user, flash: flash?.message ?? null }, { headers });
}

/** The frame of every page for people with an account, and of the public pages. */
export default function AppLayout() {
  const loaded = useLoaderData<typeof loader>();
  const { user } = loaded;
  const { pathname, search } = useLocation();
  const said = useSaidHere(loaded);
  const item = (href: string, label: string, ...more: string[]): NavItem => ({
    href,
    label,
    current: [href, ...more].some((start) => pathname.startsWith(start)),
  });
  const nav = [
    ...(user ? [item("/companies", m.nav_companies(), "/assessments", "/templates")] : []),
    ...(user?.sendsMail ? [item("/mail", m.nav_mail())] : []),
    ...(user?.managesPeople
      ? [item("/people", m.nav_people()), item("/workspace", m.nav_workspace(), "/audit")]
      : []),
    item("/help", m.nav_help()),
  ];
  return (
    <SiteShell
      homeHref="/"
      nav={nav}
      language={<LanguageSwitch current={getLocale()} returnTo={pathname + search} />}
      account={
        user ? (
          <>
            <PaletteButton actions={[...nav, ...more(user.sendsMail)]} />
            <Account name={user.userName} />
          </>
        ) : null
      }
      footer={<Footer />}
    >
      {said ? (
        <Notice tone="success" live className="mb-8">
          {said}
        </Notice>
      ) : null}
      <Outlet />
    </SiteShell>
  );
}

/** Pages that are no part of the navigation but are often gone to. */
function more(staff: boolean): NavItem[] {
  return [
    ...(staff ? [{ href: "/companies/new", label: m.consultant_company_new() }] : []),
    { href: "/me", label: m.nav_me() },
    { href: "/help/method", label: m.help_method_title() },
  ];
}

/** The message, until one goes on: sending a form that is refused does not load it anew, and must not repeat it. */
function useSaidHere(loaded: { flash: string | null }): string | null {
  const { key } = useLocation();
  const [said, setSaid] = useState({ loaded, key });
  if (said.loaded !== loaded) setSaid({ loaded, key });
  return said.key === key ? loaded.flash : null;
}

function Footer() {
  return (
    <>
      <p>{m.ui_footer_line()}</p>
      <Link href="/privacy" className="link">
        {m.nav_privacy()}
      </Link>
    </>
  );
}

function Account({ name }: { name: string }) {
  return (
    <Form method="post" action="/sign-out" className="flex items-center gap-3">
      <Link href="/me" className="text-sm text-ink-muted underline-offset-4 hover:underline">
        <span className="hidden md:inline">{name}</span>
        <span className="md:hidden">{m.nav_me()}</span>
      </Link>
      <Button variant="quiet" size="small">
        {m.nav_sign_out()}
      </Button>
    </Form>
  );
}
