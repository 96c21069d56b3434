import { join } from "node:path";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import type { Logger } from "pino";
import type { Db } from "#db/client";
import type { Actor } from "~/access/actor";
import type { Env } from "~/env.server";
import type { Locale } from "~/i18n/locale";
import type { RubricLibrary } from "~/rubric-library.server";
import type { UseCaseContext } from "~/use-cases/context";
import type { EventStreams } from "./event-stream";
import type { Metrics } from "./metrics";
import type { Piece } from "./piece";

/** What one running server is made of; tests make their own with a database in memory and a clock they hold. */
export type Services = {
  db: Db;
  clock: () => Date;
  rubrics: RubricLibrary;
  env: Env;
  secret: string;
  log: Logger;
  /** The open event streams, so that the server can end them when it stops. */
  streams: EventStreams;
  /** What this process counts. */
  metrics: Metrics;
  /** The repository's or image's root folder: where migrations and built assets are. */
  root: string;
};

const MEGABYTE = 1024 * 1024;

/** Where uploaded files lie. */
export function filesFolder(env: Pick<Env, "DATA_DIR" | "FILES_DIR">): string {
  return env.FILES_DIR ?? join(env.DATA_DIR, "evidence");
}

/** The context in which an actor's use-cases run. */
export function actingContext<A extends Actor>(
  services: Services,
  actor: A,
  address: string | null,
): UseCaseContext & { actor: A } {
  const { db, rubrics, env, secret } = services;
  const evidence = { folder: filesFolder(env), quota: env.EVIDENCE_QUOTA_MB * MEGABYTE };
  const settings = { secret, baseUrl: env.BASE_URL, mailServer: env.SMTP_URL !== undefined, evidence };
  return { db, rubrics, now: services.clock(), actor, address, settings };
}

declare module "@remix-run/node" {
  interface AppLoadContext {
    services: Services;
    /** Allows this response's own inline scripts, and no others. */
    nonce: string;
    requestId: string;
    /** The client's network address. */
    address: string;
    locale: Locale;
    /** Who acts, as soon as a guard has found out: "user:<id>" or "assessor:<id>", for the log. */
    who?: string;
    /** Set when a form of this request was refused: the page's title then says so. */
    refused?: boolean;
    /** Set when the file of this request was too large to be read; the fields before it are there. */
    tooLarge?: boolean;
    /** Set when the action has answered with something to show once, and the page's loader need not guard again. */
    completed?: boolean;
    /** The stylesheet of the workspace whose page this is: its logo and its colour. */
    stylesheet?: string;
    /** Set where the answer is the data of a page for the browser to draw. */
    dataOnly?: boolean;
    /** A part of the page that its loader has drawn: see `drawnBeside`. */
    drawn?: Piece;
    /** The files of all pages, where Remix itself is told only of those that the request needs. */
    manifest?: ServerBuild["assets"];
    /** Origin of another site to which a form of this page is redirected; the page's policy then allows it. */
    formTarget?: string;
  }
}

/** The arguments of a loader or an action, as far as guards and helpers need them. */
export type RequestArgs = { request: Request; context: AppLoadContext };
