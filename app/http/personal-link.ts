import type { RequestArgs } from "./context";
import { tooMany } from "./download";
import { noteRefusal } from "./note-refusal";
import { consume } from "./rate-limit";

/** Counts a form sent to a link with a token in it. @throws a 429 Response where one address sends too many */
export async function countLink(args: RequestArgs): Promise<void> {
  const wait = await consume(args, ["link:address"]);
  if (wait !== null) throw tooMany(wait);
}

/** Notes that a link did not work, and passes on what was found instead of it. */
export function noteDeadLink<T>(args: RequestArgs, found: T): T {
  if (found === null) noteRefusal(args, "link");
  return found;
}
