import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer, Fields, SendOptions, TestApp } from "./app";
import { fill } from "./build";
import { CookieJar } from "./cookie-jar";
import type { Person } from "./people";
import { type Links, marker, PLACES, type Place, type Role, type Scene, SECRETS } from "./security-scene";

/**
 * What somebody gets to: the page or the deed itself (a form that is sent back with its errors counts: its sender was
 * let in), the page to sign in or the one that says where invitations come from, "no such thing", or a flat no.
 */
export type Outcome = "open" | "sign-in" | "none" | "refused" | "broken";

/** The same question asked as a page, as Remix's single fetch, and as its older data request. */
export const WAYS = ["document", ".data", "_data"] as const;
export type Way = (typeof WAYS)[number];

export const METHODS = ["get", "post"] as const;
export type Method = (typeof METHODS)[number];

/** Fields that would do something on one page or another. */
const ATTEMPT: Fields = {
  ...{ intent: "close", confirmed: "yes", name: "X", title: "X", email: "x@example.com", level: "1" },
  ...{
    password: "sebelas kata panjang",
    answer: "confirm",
    language: "en",
    industry: "other",
    country: "ID",
  },
};

/** The path of an address at a place, with parameters that exist there. */
export function pathAt(path: string, scene: Pick<Scene, "ids" | "links">, place: Place): string {
  const kind = path.split("/")[1] as keyof Links;
  return fill(path, { ...scene.ids[place], figure: "radar.svg", token: scene.links[place][kind] ?? "" });
}

/** Asks, and has the store forget what was done, so that every cell finds the same scene. */
export async function ask(
  app: TestApp,
  who: Person,
  { path, method, way }: { path: string; method: Method; way: Way },
): Promise<Answer & { changes: number }> {
  const spelled = spell(path, way);
  const { $client } = app.services.db;
  // What is counted against a limit, that a link was opened, and the note that a file went out, are no changes that anybody asked for.
  const written = () =>
    $client
      .prepare(`select total_changes() - (select coalesce(sum(points), 0) from rate_limit)
          - (select count(*) from audit_event where action = 'assessment.export')
          - (select coalesce(sum(opened_count), 0) from share_link)`)
      .pluck()
      .get() as number;
  // Cookies of the answer go nowhere either.
  const jar = new CookieJar();
  for (const cookie of who.jar.header().split("; ").filter(Boolean)) jar.take(cookie);
  const options: SendOptions = { as: { jar } };
  const files = filesOf(app);
  $client.exec("begin");
  try {
    const before = written();
    const answer = method === "get" ? app.get(spelled, options) : app.post(spelled, ATTEMPT, options);
    return { ...(await answer), changes: written() - before };
  } finally {
    $client.exec("rollback");
    for (const [path, bytes] of files) if (!existsSync(path)) writeFileSync(path, bytes);
  }
}

const kept = new WeakMap<TestApp, Map<string, Buffer>>();

/** The files of the scene as they were at the first question: the disk does not forget what was done. */
function filesOf(app: TestApp): Map<string, Buffer> {
  const folder = join(app.services.env.DATA_DIR, "evidence");
  const names = kept.has(app) || !existsSync(folder) ? [] : readdirSync(folder);
  const files =
    kept.get(app) ?? new Map(names.map((name) => [join(folder, name), readFileSync(join(folder, name))]));
  kept.set(app, files);
  return files;
}

function spell(path: string, way: Way): string {
  if (way === ".data") return `${path === "/" ? "/_root" : path}.data`;
  return way === "_data" ? `${path}?_data=root` : path;
}

export function outcomeOf({ status, headers }: Answer): Outcome {
  const location = headers.get("Location") ?? headers.get("X-Remix-Redirect");
  // A deed that ends on one of these pages leaves a cookie with what it has to say; a guard leaves none.
  const away = /^\/(sign-in|invitation)(\?|$)/.test(location ?? "") && !headers.has("Set-Cookie");
  if (location) return away ? "sign-in" : "open";
  if (status === 404) return "none";
  if (status >= 500) return "broken";
  return [401, 403, 405, 429].includes(status) ? "refused" : "open";
}

/** The markers in an answer, wherever they stand: body, headers, signed cookies. */
export function markersIn({ headers, body }: Answer): string[] {
  const cookies = headers.getSetCookie().map((line) => {
    const value = decodeURIComponent(/=([^;]*)/.exec(line)?.[1] ?? "");
    return Buffer.from(value.split(".")[0] ?? "", "base64").toString();
  });
  const everything = [body, ...[...headers].flat(), ...cookies].join("\n").toLowerCase();
  const all = PLACES.flatMap((place) => SECRETS.map((secret) => marker(place, secret)));
  return all.filter((text) => everything.includes(text));
}

/** What somebody of a role may read on any page that is open to them. */
export function readable(role: Role): string[] {
  const own = (secrets: readonly (typeof SECRETS)[number][]) =>
    secrets.map((secret) => marker("own", secret));
  switch (role) {
    case "visitor":
      return [];
    case "assessor":
      // Their own name stands on their page; of what others wrote, nothing.
      return own(["company", "title", "assessor"]);
    case "viewer":
      return own(["company", "title", "text"]);
    case "manager":
      // Who has access is theirs to know; who assessed them is not.
      return own(["company", "title", "text", "person"]);
    case "consultant":
    case "owner":
      return [...own(SECRETS), ...SECRETS.map((secret) => marker("other", secret))];
  }
}

/** Whether the address names something that belongs to somebody. */
export const hasPlaces = (path: string) => /:(?!key\b|functionKey\b)/.test(path);
