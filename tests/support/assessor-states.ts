import type { Page } from "@playwright/test";
import { changeState } from "~/use-cases/assessments";
import { inviteMember, removeMember } from "~/use-cases/panel";
import { assessorScene } from "./assessor-scene";
import { type Inside, lookInside } from "./inside";
import type { RunningServer } from "./server";

/** One thing an assessor can meet: a page, or a page after something happened on it. */
export type AssessorState = {
  name: string;
  open(page: Page): Promise<void>;
};

export type AssessorStates = { states: AssessorState[]; close(): void };

// The first of its kind is hidden: it is what the Enter key presses.
const SAVE = "main form button[name=intent][value=next]:visible";

/** Everything an assessor can meet, in an order in which each can be reached. */
export function assessorStates(server: RunningServer): AssessorStates {
  const inside = lookInside(server);
  const scene = assessorScene(inside);
  const keys = scene.rubric.functions.map(({ key }) => key);
  const [first = "", second = "", third = ""] = keys;
  const at = (key: string) => `/assess/functions/${key}`;
  const begun = scene.seat();
  scene.save(begun, [first, second]);
  const complete = scene.seat();
  scene.save(complete, keys);
  const submitted = scene.seat();
  scene.save(submitted, keys);
  scene.submit(submitted);

  async function sit(page: Page, memberId: string, path: string): Promise<void> {
    await page.context().setOffline(false);
    await page.context().clearCookies();
    await inside.be(page, await inside.sitDown(scene.assessmentId, memberId));
    await page.goto(path);
  }
  const plain = (name: string, memberId: string, path: string): AssessorState => ({
    name,
    open: (page) => sit(page, memberId, path),
  });
  const states: AssessorState[] = [
    {
      name: "the invitation",
      async open(page) {
        await page.context().clearCookies();
        await page.goto(`/i/${inviteMember(inside.context(), scene.assessmentId, scene.seat())}`);
      },
    },
    {
      name: "the way in without a link",
      async open(page) {
        await page.context().clearCookies();
        await page.goto("/invitation");
      },
    },
    plain("the tasks", begun, "/assess"),
    plain("a function without an answer", begun, at(third)),
    plain("a function with an answer that contradicts itself", begun, at(first)),
    plain("own data", begun, "/assess/data"),
    plain("checking with answers missing", begun, "/assess/check"),
    plain("checking what is complete", complete, "/assess/check"),
    plain("the receipt", submitted, "/assess/done"),
    plain("the tasks once handed in", submitted, "/assess"),
    ...afterwards({ sit, at: at(third), scene, inside }),
    {
      name: "the tasks of a closed assessment",
      async open(page) {
        const member = begun;
        const person = await inside.sitDown(scene.assessmentId, member);
        changeState(inside.context(), scene.assessmentId, "close");
        await page.context().setOffline(false);
        await page.context().clearCookies();
        await inside.be(page, person);
        await page.goto("/assess");
      },
    },
  ];
  return { states, close: inside.close };
}

type Afterwards = {
  sit(page: Page, memberId: string, path: string): Promise<void>;
  at: string;
  scene: ReturnType<typeof assessorScene>;
  inside: Inside;
};

/** What a function's page becomes by what is done on it, or elsewhere meanwhile. */
function afterwards({ sit, at, scene, inside }: Afterwards): AssessorState[] {
  const save = (page: Page) => page.locator(SAVE).click();
  return [
    {
      name: "a function with everything unfolded and a contradiction just made",
      async open(page) {
        await sit(page, scene.seat(), at);
        for (const fold of await page.locator("main summary").all()) await fold.click();
        await page.locator("[name^=indicator-][value=not-met]").first().check();
        await page.locator("[name=level][value='4']").check();
        await page.locator("[role=status] .notice a").waitFor();
      },
    },
    {
      name: "a function refused without a level",
      async open(page) {
        await sit(page, scene.seat(), at);
        await save(page);
        await page.getByRole("alert").waitFor();
      },
    },
    {
      name: "a function refused without a reason why not",
      async open(page) {
        await sit(page, scene.seat(), at);
        await page.locator("[name=level][value=none]").check();
        await save(page);
        await page.getByRole("alert").waitFor();
      },
    },
    {
      name: "a function saved after handing in",
      async open(page) {
        const late = scene.seat({ functions: 3 });
        scene.save(
          late,
          scene.rubric.functions.slice(0, 3).map(({ key }) => key),
        );
        await sit(page, late, at);
        scene.submit(late);
        await page.locator("[name=level][value='2']").check();
        await save(page);
        await page.getByRole("alert").waitFor();
      },
    },
    {
      name: "a function saved by somebody who was taken off the panel",
      async open(page) {
        const removed = scene.seat();
        await sit(page, removed, at);
        removeMember(inside.context(), scene.assessmentId, removed);
        await page.locator("[name=level][value='2']").check();
        await page.locator("[name=rationale]").fill("Terlihat di toko.");
        await save(page);
        await page.getByRole("alert").waitFor();
      },
    },
    {
      name: "a function saved from an older page than the stored one",
      async open(page) {
        const twice = scene.seat();
        await sit(page, twice, at);
        scene.save(twice, [at.split("/").at(-1) ?? ""]);
        await page.locator("[name=level][value='2']").check();
        await save(page);
        await page.locator("main form input[name=intent][value=mine]").waitFor({ state: "attached" });
      },
    },
    {
      name: "a function changed without a connection",
      async open(page) {
        await sit(page, scene.seat(), at);
        await page.context().setOffline(true);
        await page.locator("[name=level][value='2']").check();
        const kept = /perangkat ini|this device/;
        await page.locator("main form").getByRole("status").filter({ hasText: kept }).waitFor();
      },
    },
  ];
}
