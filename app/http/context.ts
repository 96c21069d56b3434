import type { AppLoadContext } from "@remix-run/node";
import type { Logger } from "pino";
import type { Db } from "#db/client";
import type { Env } from "~/env.server";
import type { Locale } from "~/i18n/locale";
import type { RubricLibrary } from "~/rubric-library.server";

/** What one running server is made of; tests make their own with a database in memory and a clock they hold. */
export type Services = {
  db: Db;
  clock: () => Date;
  rubrics: RubricLibrary;
  env: Env;
  secret: string;
  log: Logger;
  /** The repository's or image's root folder: where migrations and built assets are. */
  root: string;
};

declare module "@remix-run/node" {
  interface AppLoadContext {
    services: Services;
    /** Allows this response's own inline scripts, and no others. */
    nonce: string;
    requestId: string;
    /** The client's network address. */
    address: string;
    locale: Locale;
    /** Set when a form of this request was refused: the page's title then says so. */
    refused?: boolean;
  }
}

/** The arguments of a loader or an action, as far as guards and helpers need them. */
export type RequestArgs = { request: Request; context: AppLoadContext };
