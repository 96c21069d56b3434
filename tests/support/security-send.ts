import type { Answer, TestApp } from "./app";
import { type Address, addresses } from "./build";
import type { Person } from "./people";
import { pathAt } from "./security-cells";
import type { Scene } from "./security-scene";

/** A request as no browser would send it, to a path. */
export type Odd = RequestInit & { headers?: Record<string, string> };

/** Sends a request as it is, and has the store forget what it did. */
export async function sendOdd(app: TestApp, path: string, odd: Odd = {}, who?: Person): Promise<Answer> {
  const { $client } = app.services.db;
  const headers = new Headers({ Origin: new URL(app.url("/")).origin, ...odd.headers });
  if (who && !headers.has("Cookie")) headers.set("Cookie", who.jar.header());
  $client.exec("begin");
  try {
    const response = await app.handle(new Request(app.url(path), { ...odd, headers }));
    const location = response.headers.get("Location");
    return { status: response.status, headers: response.headers, body: await response.text(), location };
  } finally {
    $client.exec("rollback");
  }
}

/** What is wrong with an answer to nonsense: it failed, or it tells how the app is made. Null when it is clean. */
function untidy({ status, body }: Answer): string | null {
  if (status >= 500) return `answers ${status}`;
  const told = /node_modules|SqliteError|ZodError|TypeError|\bat [\w.]+ \(|\.tsx?:\d+|file:\/\//.exec(
    body,
  )?.[0];
  return told ? `tells "${told}"` : null;
}

export type Place = { app: TestApp; scene: Scene };

/** An address with its parameters as they are where its reader is at home. */
export const atHome = ({ scene }: Place, { path }: Address) => pathAt(path, scene, "own");

/**
 * Sends something odd to every address (or those wanted), as somebody who gets further than the door, and says where
 * the answer is not clean.
 */
export async function everywhere(
  place: Place,
  odd: (address: Address) => Odd & { path?: string },
  wanted: (address: Address) => boolean = () => true,
): Promise<string[]> {
  const { owner, assessor } = place.scene.people;
  const wrong: string[] = [];
  for (const address of (await addresses()).filter(wanted)) {
    const { path = atHome(place, address), ...init } = odd(address);
    const who = address.path.startsWith("/assess/") ? assessor : owner;
    const problem = untidy(await sendOdd(place.app, path, init, who));
    if (problem) wrong.push(`${init.method ?? "GET"} ${path.slice(0, 120)} ${problem}`);
  }
  return wrong;
}
