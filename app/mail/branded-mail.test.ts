import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Db } from "#db/client";
import { anSvg, SHAPE } from "~/brand/brand-samples";
import { drawLogo } from "~/brand/draw-logo";
import { readEnv } from "~/env.server";
import type { Services } from "~/http/context";
import { setAccent, setLogo } from "~/use-cases/branding";
import { post, takeDueMail } from "~/use-cases/outbox";
import { twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { resetLetter } from "./compose";
import { fileCarrier } from "./deliver";

let db: Db;
let folder: string;
beforeEach(() => {
  db = twoWorkspaces();
  folder = mkdtempSync(join(tmpdir(), "selaras-mail-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A message of workspace "w" as its reader's program takes it apart. */
async function sent() {
  const context = { ...workingContext(db), settings: { ...workingContext(db).settings, mailServer: false } };
  const id = post(context, {
    ...{ workspaceId: "w", kind: "reset", locale: "id", about: { kind: "user", id: "u" } },
    recipient: { name: "Ani", email: "ani@example.com" },
    letter: resetLetter({
      locale: "id",
      workspace: "w",
      name: "Ani",
      url: "https://selaras.example/account/x",
    }),
  });
  const env = readEnv({
    DATA_DIR: folder,
    BASE_URL: "https://selaras.example",
    MAIL_FROM: "Pos <pos@example.com>",
  });
  const mail = takeDueMail(context);
  // Carrying a message needs only these of the services.
  if (mail) await fileCarrier({ db, env } as unknown as Services)(mail);
  return PostalMime.parse(readFileSync(join(folder, "mail", `${id}.eml`), "utf8"));
}

it("a message comes from the workspace by its name, from the address of the installation", async () => {
  const { from } = await sent();
  expect(from).toEqual({ name: "w", address: "pos@example.com" });
});

it("a message of a workspace that kept the name and look of Selaras is as the installation sends it", async () => {
  db.$client.prepare("update workspace set name = 'Selaras' where id = 'w'").run();
  const { from, html } = await sent();
  expect(from?.name).toBe("Pos");
  expect(html).not.toContain("cid:");
});

it("a message carries the logo with it and shows the colour", async () => {
  setLogo(workingContext(db), await drawLogo({ name: "logo.svg", bytes: anSvg(SHAPE) }));
  setAccent(workingContext(db), "#7a1f3d");
  const { html, attachments } = await sent();
  expect(html).toContain("background:#7a1f3d");
  expect(html).toMatch(/<img src="cid:logo"[^>]* alt="w"/);
  expect(attachments).toMatchObject([{ filename: "logo.png", mimeType: "image/png", contentId: "<logo>" }]);
  expect(html).not.toMatch(/src="(?!cid:)/);
});
