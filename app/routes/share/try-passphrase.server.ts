import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm, refuse } from "~/http/form";
import { notFound, visitorContext } from "~/http/guards";
import { noteRefusal } from "~/http/note-refusal";
import { consume, forgive } from "~/http/rate-limit";
import { m } from "~/i18n/messages";
import { isPassphrase, noteOpened, PASSPHRASE_LENGTH, type Shared } from "~/use-cases/share-links";
import { openingCookie, readDoor, sharePath } from "./shared.server";

const error = () => m.form_required();
const schema = z.object({ passphrase: z.string({ error }).min(1, { error }) });

type Answer = { state: ReturnType<typeof refuse> } | { to: string; headers: Headers };

/** Opens the report for a browser that brings the passphrase; every wrong one is answered alike, and slowly after some. */
export async function tryPassphrase(args: ActionFunctionArgs): Promise<Answer> {
  const door = await readDoor(args);
  if (!door) throw notFound();
  const to = sharePath(args.params.token);
  if (door.open) return { to, headers: new Headers() };
  const form = await readForm(args, schema);
  if (!form.ok) return { state: form.refuse() };
  const again = (message: string, status?: number) => ({
    state: refuse(args, { values: {}, errors: { passphrase: [message] } }, status),
  });
  const { link } = door.shared;
  // One address that is refused uses up nothing of what others have.
  const wait =
    (await consume(args, ["passphrase:address"])) ?? (await consume(args, ["passphrase:link"], link.id));
  if (wait !== null) return again(m.share_locked_slow({ minutes: wait }), 429);
  if (!(await isRight(args, form.value.passphrase))) {
    noteRefusal(args, "passphrase");
    return again(m.share_locked_wrong());
  }
  return open(args, door.shared, to);
}

/** Nothing longer than a passphrase can be is worth the work of hashing it. */
async function isRight(args: ActionFunctionArgs, given: string): Promise<boolean> {
  if (given.length > PASSPHRASE_LENGTH.max) return false;
  return isPassphrase(visitorContext(args), args.params.token ?? "", given);
}

async function open(args: ActionFunctionArgs, shared: Shared, to: string) {
  await forgive(args, "passphrase:link", shared.link.id);
  // What follows is our own redirect to the page: this is where it was opened, for browsers that say where they come from.
  if (args.request.headers.has("Sec-Fetch-Site")) noteOpened(visitorContext(args), shared.link.id);
  const headers = new Headers({ "Set-Cookie": await openingCookie(args, shared) });
  return { to, headers };
}
