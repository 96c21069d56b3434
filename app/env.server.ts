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

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number, 0 to 65535")
    .transform(Number)
    .pipe(z.number().max(65535, "must be a port number, 0 to 65535"))
    .default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default("./data"),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: "must be an http or https address", abort: true })
    .refine((value) => new URL(value).pathname === "/", "must have no path")
    .transform((value) => value.replace(/\/+$/, ""))
    .optional(),
  SESSION_SECRET: secret.optional(),
  RUBRICS_DIR: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

export type Env = z.infer<typeof schema> & { BASE_URL: string };

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
  return { ...result.data, BASE_URL: result.data.BASE_URL ?? `http://localhost:${result.data.PORT}` };
}

/** This process's environment, for the entry points to hand to `readEnv`. */
export const environment: Record<string, string | undefined> = process.env;
