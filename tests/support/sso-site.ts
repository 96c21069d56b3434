import { randomBytes } from "node:crypto";
import type { ServerBuild } from "@remix-run/node";
import { type DestinationStream, pino } from "pino";
import { insertMembership, insertUser, insertWorkspace } from "#db/accounts";
import { openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import * as entry from "~/entry.server";
import { readEnv } from "~/env.server";
import type { Services } from "~/http/context";
import { EventStreams } from "~/http/event-stream";
import { type App, createApp } from "~/http/handler";
import { Metrics } from "~/http/metrics";
import * as root from "~/root";
import * as layout from "~/routes/app-layout/route";
import * as signIn from "~/routes/sign-in/route";
import * as ssoCallback from "~/routes/sso/callback/route";
import * as sso from "~/routes/sso/route";
import { CLIENT } from "./oidc-provider";

export const BASE_URL = "http://selaras.test";
export const SSO_NAME = "Akun Kantor";
export const WORKSPACE = "workspace";

/** The pages that single sign-on passes through, put together as the build would. */
const ROUTES = {
  root: { id: "root", path: "", module: root },
  layout: { id: "layout", parentId: "root", module: layout },
  "sign-in": { id: "sign-in", parentId: "layout", path: "sign-in", module: signIn },
  sso: { id: "sso", parentId: "root", path: "sso", module: sso },
  "sso-callback": { id: "sso-callback", parentId: "root", path: "sso/callback", module: ssoCallback },
};

function build(): ServerBuild {
  const manifest = Object.entries(ROUTES).map(([id, { module, ...route }]) => [
    id,
    {
      ...{ ...route, module: `/${id}.js`, hasErrorBoundary: "ErrorBoundary" in module },
      ...{ hasAction: "action" in module, hasLoader: "loader" in module },
      ...{ hasClientAction: false, hasClientLoader: false },
    },
  ]);
  return {
    mode: "production",
    entry: { module: entry },
    // A route without a page has no default export, whatever the type asks for.
    routes: ROUTES as unknown as ServerBuild["routes"],
    assets: {
      entry: { imports: [], module: "/entry.js" },
      routes: Object.fromEntries(manifest),
      ...{ url: "/manifest.js", version: "1" },
    },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    isSpaMode: false,
    future: {
      ...{ v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
      ...{
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        unstable_optimizeDeps: false,
      },
    },
  };
}

export type SsoSite = {
  services: Services;
  app: App;
  log: () => string;
  advance(milliseconds: number): void;
};

/** The whole request pipeline over an empty store in memory, with one workspace and the settings given. */
export function createSsoSite(settings: Record<string, string>): SsoSite {
  const lines: string[] = [];
  const sink: DestinationStream = { write: (line) => void lines.push(line) };
  const secret = randomBytes(32).toString("hex");
  let present = new Date("2026-07-01T00:00:00Z");
  const db = openDatabase(":memory:");
  migrate(db, "db/migrations");
  insertWorkspace(db, { id: WORKSPACE, name: "Selaras", createdAt: present });
  const services: Services = {
    ...{ db, secret, clock: () => present, root: "" },
    rubrics: { latest: () => [], all: () => [], get: () => undefined },
    env: readEnv({ BASE_URL, SESSION_SECRET: secret, ...settings }),
    log: pino({ level: "debug", base: null }, sink),
    streams: new EventStreams(),
    metrics: new Metrics(),
  };
  return {
    services,
    app: createApp({ services, build: build() }),
    log: () => lines.join(""),
    advance: (milliseconds) => {
      present = new Date(present.getTime() + milliseconds);
    },
  };
}

export const ANI = { subject: "subject-ani", email: "ani@example.com", verified: true };

/** A site on which Ani owns the workspace, for the provider at `issuer`. */
export function siteWithAni(issuer: string, settings: Record<string, string> = {}): SsoSite {
  const site = createSsoSite({
    ...{ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_NAME: SSO_NAME },
    ...settings,
  });
  const { db } = site.services;
  const createdAt = site.services.clock();
  insertUser(db, { id: "ani", email: ANI.email, name: "Ani", createdAt });
  const owner = { id: "m-ani", userId: "ani", workspaceId: WORKSPACE, role: "owner" } as const;
  insertMembership(db, { ...owner, companyId: null, createdAt });
  return site;
}
