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
/** Up to the end: what was typed may look like anything, a stack included. */
const PARAMETERS = /\nparams: .*$/s;
/** Letters that a line keeps of a text: lines of several workers go into one pipe, which keeps short ones whole. */
const MOST = 800;

/** An error as the log has it. */
export type LoggedError = {
  /** ISO 8601. */
  at: string;
  message: string;
  requestId: string | null;
  error: Record<string, unknown>;
};

/** The level from which on a line is an error, in pino's numbers. */
const ERROR = 50;

/**
 * The log of a running server: JSON lines on standard output (or `destination`), without secrets and addresses.
 * `onError` is told of every error that is logged with its cause.
 */
export function createLog(
  level: Env["LOG_LEVEL"],
  destination?: DestinationStream,
  onError?: (error: LoggedError) => void,
): Logger {
  const paths = SECRET_FIELDS.flatMap((field) => ["", "*.", "*.*."].map((above) => `${above}["${field}"]`));
  const options = {
    level,
    base: null,
    redact: { paths: paths.map((path) => path.replace(".[", "[")), censor: "[redacted]" },
    serializers: { err: describeError },
    // Without a text of ours, pino would say the error's own.
    hooks: {
      logMethod(this: Logger, given: Parameters<LogFn>, write: LogFn, severity: number) {
        const texted = withOwnText(given);
        if (severity >= ERROR) tell(texted, onError);
        write.apply(this, texted);
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

function withOwnText(given: Parameters<LogFn>): Parameters<LogFn> {
  const [first] = given as [unknown, ...unknown[]];
  const silent = given.length === 1 && typeof first === "object" && first !== null && "err" in first;
  return (silent ? [first, "an error"] : given) as Parameters<LogFn>;
}

function tell(given: Parameters<LogFn>, onError?: (error: LoggedError) => void): void {
  const [first, message] = given as [unknown, unknown];
  if (!onError || typeof first !== "object" || first === null || !("err" in first)) return;
  const { err, requestId } = first as { err: unknown; requestId?: unknown };
  onError({
    at: new Date().toISOString(),
    message: cleaned(String(message)),
    requestId: typeof requestId === "string" ? requestId : null,
    error: describeError(err),
  });
}

/**
 * What a line keeps of an error. Errors of libraries carry whole conversations (a mail server's answer names the
 * recipient, a failed query its values), so only these fields are taken, and what they quote is cut out.
 */
export function describeError(error: unknown): Record<string, unknown> {
  return fieldsOf(error, 1);
}

/** An error, and so many of those that caused it: a cause may have itself for a cause. */
function fieldsOf(error: unknown, causes: number): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = "", cause } = error;
  const { code } = error as { code?: unknown };
  return {
    type: name,
    message: cleaned(message),
    stack: cleaned(placesIn(stack, message)),
    ...(typeof code === "string" ? { code } : {}),
    ...(cause instanceof Error && causes > 0 ? { cause: fieldsOf(cause, causes - 1) } : {}),
  };
}

/** The places in the code. A stack begins with the message, which may hold what looks like places, too. */
function placesIn(stack: string, message: string): string {
  const begins = stack.indexOf(message);
  return begins === -1 ? stack : stack.slice(begins + message.length);
}

function cleaned(text: string): string {
  const said = text.replace(PARAMETERS, "");
  const short = said.length > MOST ? `${said.slice(0, MOST)}…` : said;
  return short.replace(PERSONAL, "[address]").replace(TOKEN, "[token]");
}
