import { endSession } from "~/use-cases/sessions";
import type { RequestArgs } from "./context";
import { currentUser } from "./guards";

/** Ends the session that the browser came with, before it is given another: none is left open under a lost cookie. */
export async function endHeldSession(args: RequestArgs): Promise<void> {
  const held = await currentUser(args);
  if (held) endSession(held.context, held.sessionId);
}
