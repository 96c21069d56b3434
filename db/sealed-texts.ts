import type { Db } from "./client";

/** A text of the store that can be read only with the secret under which it was sealed. */
export type SealedText = { kind: "second-factor" | "waiting-message" | "kept-message"; sealed: string };

/** Where sealed texts lie. A message that was sent has none any more. */
const PLACES = [
  {
    table: "user",
    column: "totp_secret",
    query: `select 'second-factor' as kind, totp_secret as sealed from user`,
  },
  {
    table: "mail",
    column: "body",
    query: `select case state when 'waiting' then 'waiting-message' else 'kept-message' end as kind,
      nullif(body, '') as sealed from mail`,
  },
];

/** Every sealed text, one after another; a store of an older schema has less of them. */
export function* sealedTexts(db: Db): Generator<SealedText> {
  for (const { table, column, query } of PLACES) {
    const there = db.$client.prepare("select 1 from pragma_table_info(?) where name = ?").get(table, column);
    if (!there) continue;
    const rows = db.$client.prepare(`select * from (${query}) where sealed is not null`).iterate();
    yield* rows as IterableIterator<SealedText>;
  }
}
