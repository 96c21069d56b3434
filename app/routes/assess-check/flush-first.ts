import { isRouteErrorResponse } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { isUnsent } from "../assess-layout/outbox";
import { flush, readState } from "../assess-layout/outbox-store";

/** Hands in once everything that waits on this device has arrived; else says what is in the way. */
export async function flushFirst<T>(handIn: () => Promise<T>): Promise<T | Response> {
  await flush({ insist: true });
  if (readState().entries.some((entry) => isUnsent(entry) && !isPast(entry.trouble)))
    return refusal(m.saving_check_unsent());
  try {
    return await handIn();
  } catch (problem) {
    if (problem instanceof Response || isRouteErrorResponse(problem)) throw problem;
    return refusal(m.saving_hand_in_offline());
  }
}

/** What belongs to no answer of this round is no reason to wait. */
const isPast = (trouble: string | null) => trouble === "round" || trouble === "gone";

/** The status keeps the framework from asking the server for the page again. */
function refusal(message: string): Response {
  return Response.json({ values: {}, errors: { "": [message] } }, { status: 503 });
}
