import { expect, it } from "vitest";
import { keptPage, ROOM } from "./page-cache";

/** A page as it is drawn for one answer, and how often that happened. */
function drawn(words = "the report") {
  let times = 0;
  const draw = async (own: string[]) => {
    times += 1;
    return `<html id="${own[1]}"><script nonce="${own[0]}"></script>${words}é<script nonce="${own[0]}">`;
  };
  const ask = async (tag: string, own: string[]) => (await keptPage(tag, own, () => draw(own))).toString();
  return { ask, times: () => times };
}

it("draws a page once, and gives each answer its own nonce and number", async () => {
  const page = drawn();
  expect(await page.ask("one", ["n+1/=", "r1"])).toBe(
    '<html id="r1"><script nonce="n+1/="></script>the reporté<script nonce="n+1/=">',
  );
  expect(await page.ask("one", ["n+2/=", "r2"])).toBe(
    '<html id="r2"><script nonce="n+2/="></script>the reporté<script nonce="n+2/=">',
  );
  expect(page.times()).toBe(1);
});

it("draws a page with another tag by itself", async () => {
  const page = drawn();
  await page.ask("two", ["n", "r"]);
  await page.ask("three", ["n", "r"]);
  expect(page.times()).toBe(2);
});

it("lets go of what was not asked for longest once there is no room", async () => {
  const page = drawn("x".repeat(0.4 * ROOM));
  for (const tag of ["a", "b", "a", "c", "a", "b"]) await page.ask(tag, ["n", "r"]);
  // Of three there is room for two: `c` takes the place of `b`, and `b` that of `c`.
  expect(page.times()).toBe(4);
});
