import { type DestinationStream, type LogFn, type Logger, pino } from "pino";
import type { Env } from "~/env.server";

/** Fields that no line keeps, at the top and two levels deep, whoever hands them in. */
const SECRET_FIELDS = [
  ...["authorization", "cookie", "cookies", "set-cookie", "password", "secret", "token"],
  ...["email", "recipient", "to", "envelope"],
];

/** Addresses, and texts as long and as plain as our tokens and hashes. */
const PERSONAL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu;
const TOKEN = /[\w-]{40,}/g;
const PARAMETERS = /\nparams: .*?(?=\n {4}at |$)/s;

/** The log of a running server: JSON lines on standard output (or `destination`), without secrets and addresses. */
export function createLog(level: Env["LOG_LEVEL"], destination?: DestinationStream): Logger {
  const paths = SECRET_FIELDS.flatMap((field) => ["", "*.", "*.*."].map((above) => `${above}["${field}"]`));
  const options = {
    level,
    base: null,
    redact: { paths: paths.map((path) => path.replace(".[", "[")), censor: "[redacted]" },
    serializers: { err: describeError },
    // Without a text of ours, pino would say the error's own.
    hooks: { logMethod: withOwnText },
  };
  return destination ? pino(options, destination) : pino(options);
}

function withOwnText(this: Logger, given: Parameters<LogFn>, write: LogFn): void {
  const [first] = given as [unknown, ...unknown[]];
  const silent = given.length === 1 && typeof first === "object" && first !== null && "err" in first;
  write.apply(this, silent ? [first, "an error"] : given);
}

/**
 * What a line keeps of an error. Errors of libraries carry whole conversations (a mail server's answer names the
 * recipient, a failed query its values), so only these fields are taken, and what they quote is cut out.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = "", cause } = error;
  const { code } = error as { code?: unknown };
  return {
    type: name,
    message: cleaned(message),
    stack: cleaned(stack),
    ...(typeof code === "string" ? { code } : {}),
    ...(cause instanceof Error ? { cause: describeError(cause) } : {}),
  };
}

function cleaned(text: string): string {
  return text.replace(PARAMETERS, "").replace(PERSONAL, "[address]").replace(TOKEN, "[token]");
}
