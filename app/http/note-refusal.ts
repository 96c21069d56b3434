import { networkOf } from "#db/network";
import type { RequestArgs } from "./context";

/** What somebody who tries doors leaves behind. */
export type Refused =
  | "sign-in"
  | "second-factor"
  | "password-asked-again"
  | "link"
  | "passphrase"
  | "rate-limit"
  | "foreign-origin"
  | "body-too-large";

/**
 * Writes a refusal to the log, to be watched for: when, from which network, by whom as far as that is known, and the
 * request's id. Never what was typed: people type passwords into the field for the address.
 */
export function noteRefusal(
  { context }: Pick<RequestArgs, "context">,
  refused: Refused,
  detail: Record<string, string> = {},
): void {
  const { requestId, address, who } = context;
  context.services.log.warn({ requestId, refused, network: networkOf(address), who, ...detail }, "refused");
}
