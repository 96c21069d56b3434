import { type Answer, type Entry, TROUBLES } from "./outbox";

/** A server that says nothing for so long counts as out of reach. */
const PATIENCE = 10_000;
/** What a browser still sends for a page that is gone may weigh 64 kB. */
const KEEPALIVE_LIMIT = 60_000;

/** Sends what is on its way. Null when the server was not reached, or is in no state to answer. */
export async function send({ functionKey, round, base, sending }: Entry): Promise<Answer | null> {
  if (!sending) return null;
  const { fields, key } = sending;
  const body = new URLSearchParams({ ...fields, key, base: String(base), round: String(round) }).toString();
  try {
    const response = await fetch(`/assess/functions/${encodeURIComponent(functionKey)}/save`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body,
      keepalive: body.length < KEEPALIVE_LIMIT,
      signal: AbortSignal.timeout(PATIENCE),
    });
    return await read(response);
  } catch {
    return null;
  }
}

async function read(response: Response): Promise<Answer | null> {
  const { status } = response;
  if (status >= 500 || status === 429) return null;
  if (status === 404) return { trouble: "gone" };
  const { version, done, reason } = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (typeof version === "number" && status === 200) return { version, done: done === true };
  // A page that is no answer to a save comes from something in between: a proxy, or a hotel's network.
  if (status === 200) return null;
  return { trouble: TROUBLES.find((known) => known === reason) ?? "invalid" };
}
