import { m } from "~/i18n/messages";
import { tasksWith } from "../assess-layout/kept-view";
import { fieldsOf, isComplete, isUnsent, nextOf } from "../assess-layout/outbox";
import { currentSeat, drop, flush, keep, readState, say } from "../assess-layout/outbox-store";
import { typedOf } from "./fields";

/** The buttons whose form goes through this device; any other one posts to the server by itself. */
const OWN = ["next", "list", "mine"];

/**
 * Saves a form by way of what waits on this device, so that it cannot overtake or repeat what saved itself. Returns
 * where to go on; "stay" when the server is out of reach and so is the next page; "ask" when the server has to answer
 * with a page of its own: something is missing or wrong, or two versions stand against each other.
 */
export async function saveHere(
  form: FormData,
  functionKey: string,
): Promise<{ to: string } | "stay" | "ask"> {
  const seat = currentSeat();
  const text = (name: string) => String(form.get(name) ?? "");
  const intent = text("intent") || "next";
  if (!seat || !text("key")) return "ask";
  const page = { id: text("key"), base: Number(text("base")), round: Number(text("round")) };
  const name = seat.tasks.find(({ key }) => key === functionKey)?.name ?? "";
  const find = () => readState().entries.find(({ id }) => id === page.id);
  // Chosen against what is stored: what waited here is what was chosen, or no longer of interest.
  if (intent === "mine") dropUnsent(functionKey);
  const draft = { key: newKey(), fields: typedOf(form) };
  keep({ ...page, functionKey, draft }, "soon");
  await flush({ insist: true });
  const entry = find();
  if (!OWN.includes(intent) || !entry || entry.trouble) return "ask";
  const unsent = isUnsent(entry);
  if (unsent ? !isComplete(fieldsOf(entry)) : !entry.done) return "ask";
  if (unsent && !(await canGoOn())) return "stay";
  say(unsent ? m.saving_kept_said({ name }) : m.assess_saved({ name }));
  if (intent === "list") return { to: "/assess" };
  const next = nextOf(tasksWith(seat, readState().entries), functionKey);
  return { to: next ? `/assess/functions/${next}` : "/assess/check" };
}

/** Lets go of what is unsent of a function, whichever page it was written on. */
export function dropUnsent(functionKey: string): void {
  for (const entry of readState().entries)
    if (entry.functionKey === functionKey && isUnsent(entry)) drop(entry.id);
}

/** Whether pages are kept for the time without a connection. */
async function canGoOn(): Promise<boolean> {
  return "caches" in window && Boolean(navigator.serviceWorker?.controller);
}

/** A random key; `randomUUID` itself exists under https only. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
}
