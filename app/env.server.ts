import { isIP } from "node:net";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { z } from "zod";

/** Values that appear in documentation and examples; whoever copies one has no secret. */
const SAMPLE_SECRETS = ["changeme", "change-me", "secret", "sample", "example", "selaras", "password"];

const secret = z
  .string()
  .min(32, "must have at least 32 characters")
  .refine(
    (value) => !SAMPLE_SECRETS.some((sample) => value.toLowerCase().includes(sample)),
    "is a sample value; make one of your own, for instance with: openssl rand -hex 32",
  )
  .refine((value) => new Set(value).size >= 8, "repeats itself too much to be a secret");

function isNetwork(entry: string): boolean {
  const [address = "", prefix, ...rest] = entry.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 6 ? 128 : 32));
}

/** Names under which a machine reaches itself. */
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** An OpenID Connect issuer, character by character as the provider names itself; http only on this machine. */
const issuer = z
  .url({ protocol: /^https?$/, error: "must be an https address", abort: true })
  .refine((value) => {
    const { protocol, hostname } = new URL(value);
    return protocol === "https:" || LOOPBACK.includes(hostname);
  }, "must be an https address; http is for a provider on this very machine only")
  .refine((value) => {
    const { username, password } = new URL(value);
    return !username && !password && !/[?#]/.test(value);
  }, "must have no user name, question mark or hash")
  .refine(
    (value) => !value.includes("/.well-known/"),
    "must be the issuer itself: leave out /.well-known/openid-configuration",
  );

function wholeNumber(of: string, least: number, most: number) {
  const message = `must be a whole number of ${of}, ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .pipe(z.number().min(least, message).max(most, message));
}

/** The address of a libSQL server. A token belongs into its own setting, where no log shows it. */
const databaseAddress = z
  .url({ protocol: /^(libsql|https?)$/, error: "must be a libsql, https or http address", abort: true })
  .refine((value) => {
    const { username, password, search, hash } = new URL(value);
    return !username && !password && !search && !hash;
  }, "must be an address alone; the token is DATABASE_AUTH_TOKEN");

/** What machines that share a store must have alike, and cannot make each for itself. */
const SHARED = {
  SESSION_SECRET: "is missing; with DATABASE_URL every machine needs the same one",
  FILES_DIR: "is missing; with DATABASE_URL it must name a folder that every machine sees",
  BASE_URL: "is missing; with DATABASE_URL every machine needs the same one",
} as const;

const settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number, 0 to 65535")
    .transform(Number)
    .pipe(z.number().max(65535, "must be a port number, 0 to 65535"))
    .default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** Processes that answer requests, all on one store; 1 is this process alone. */
  WORKERS: z
    .string()
    .regex(/^\d{1,3}$/, "must be a whole number of processes, 1 to 128")
    .transform(Number)
    .pipe(z.number().min(1, "must be 1 or more").max(128, "must be 128 or less"))
    .default(availableParallelism),
  DATA_DIR: z.string().min(1).default("./data"),
  /** A libSQL server that several machines share; without it the store is a file in the data directory. */
  DATABASE_URL: databaseAddress.optional(),
  DATABASE_AUTH_TOKEN: z.string().min(1).optional(),
  /** Where uploaded files lie, evidence and what belongs to companies; machines that share a store share it, too. */
  FILES_DIR: z.string().min(1).optional(),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: "must be an http or https address", abort: true })
    .refine((value) => new URL(value).pathname === "/", "must have no path")
    .transform((value) => value.replace(/\/+$/, ""))
    .optional(),
  SESSION_SECRET: secret.optional(),
  RUBRICS_DIR: z.string().min(1).optional(),
  /** The most that the files of evidence of one assessment may come to, in megabytes of 1024 kB. */
  EVIDENCE_QUOTA_MB: z
    .string()
    .regex(/^\d{1,6}$/, "must be a whole number of megabytes, 0 to 999999")
    .transform(Number)
    .default(200),
  /** Where the backups of the schedule are written; best on another disk. */
  BACKUP_DIR: z.string().min(1).optional(),
  /** Hours between two backups of the schedule; 0 makes none. */
  BACKUP_EVERY_HOURS: wholeNumber("hours", 0, 720).default(24),
  /** How many backups of the schedule are kept, the newest ones. */
  BACKUP_KEEP: wholeNumber("backups", 1, 999).default(14),
  /** smtp://user:password@host:587 or smtps://…; without it messages are shown and written to the data directory. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp or smtps address" }).optional(),
  MAIL_FROM: z.string().min(3).default("Selaras <selaras@localhost>"),
  /** Addresses and networks of reverse proxies, with commas between; only theirs X-Forwarded-For is believed. */
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((entry) => entry.trim())
        .filter(Boolean),
    )
    .refine(
      (list) => list.every(isNetwork),
      "must be addresses or networks such as 10.0.0.0/8, with commas between",
    ),
  /** Single sign-on by OpenID Connect: the provider, and what it knows Selaras by. */
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  /** Without one, Selaras is a public client and rests on PKCE alone. */
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** How the button names the provider. */
  OIDC_NAME: z.string().trim().min(1).max(60).optional(),
  /** Opens /metrics to whoever sends it as a bearer token; without it there is no such address. */
  METRICS_TOKEN: secret.optional(),
  /** A statement that takes so many milliseconds or more is a line in the log. */
  SLOW_QUERY_MS: z
    .string()
    .regex(/^\d{1,6}$/, "must be a whole number of milliseconds, 0 to 999999")
    .transform(Number)
    .default(200),
  /** Where errors are sent, as JSON and without personal data; without it they stand in the log alone. */
  ERROR_REPORT_URL: z
    .url({ protocol: /^https?$/, error: "must be an http or https address", abort: true })
    .optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

/** Settings that belong together. */
const schema = settings.superRefine((env, check) => {
  const complain = (name: keyof typeof env, message: string) =>
    check.addIssue({ code: "custom", path: [name], message });
  if (env.DATABASE_URL) {
    for (const name of Object.keys(SHARED) as (keyof typeof SHARED)[]) {
      if (env[name] === undefined) complain(name, SHARED[name]);
    }
  } else {
    for (const name of ["DATABASE_AUTH_TOKEN", "FILES_DIR"] as const) {
      // The store of one machine has its files beside it, where backups look for them.
      if (env[name] !== undefined) complain(name, "is for a store on a libSQL server; set DATABASE_URL, too");
    }
  }
  if (env.OIDC_ISSUER) {
    if (!env.OIDC_CLIENT_ID) complain("OIDC_CLIENT_ID", "is missing; OIDC_ISSUER needs it");
    return;
  }
  for (const name of ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"] as const) {
    if (env[name] !== undefined) complain(name, "does nothing without OIDC_ISSUER; set both or neither");
  }
});

export type Env = z.infer<typeof schema> & { BASE_URL: string; BACKUP_DIR: string };

export class EnvError extends Error {}

/**
 * The settings, from the environment given. Nothing else in Selaras reads process.env.
 * @throws EnvError naming every variable that is wrong, and why.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
    throw new EnvError(`Selaras cannot start with these settings:\n${lines.join("\n")}`);
  }
  const {
    BASE_URL = `http://localhost:${result.data.PORT}`,
    BACKUP_DIR = join(result.data.DATA_DIR, "backups"),
  } = result.data;
  return { ...result.data, BASE_URL, BACKUP_DIR };
}

/** This process's environment, for the entry points to hand to `readEnv`. */
export const environment: Record<string, string | undefined> = process.env;
