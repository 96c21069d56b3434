import { beforeEach, describe, expect, it } from "vitest";
import { type Locale, locales } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { changeState } from "~/use-cases/assessments";
import { withdraw } from "~/use-cases/publish";
import { createTestApp, type TestApp } from "../support/app";
import { aCompany, aJudgedAssessment, anAssessment } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Account, Person } from "../support/people";

/** Levels of three functions; the last has too few judgments for one. */
const ROWS = [
  [2, 3, null],
  [2, 3, null],
  [2, 3, 4],
];

let app: TestApp;
let made: ReturnType<typeof aJudgedAssessment>;
let page: string;
let manager: Account;
let first: string;
let second: string;

beforeEach(async () => {
  app = await createTestApp();
  made = aJudgedAssessment(app, ROWS, { published: true, quorum: 2 });
  page = `/assessments/${made.assessmentId}/check`;
  manager = await app.signIn("manager", made.companyId);
  [first = "", second = ""] = made.rubric.functions.map(({ key }) => key);
});

const read = (path: string, as: Person, locale: Locale = "id") =>
  app.get(path, { as, headers: { "Accept-Language": locale } });
const send = (fields: Record<string, string>, as: Person = manager) =>
  app.post(page, { publication: "1", ...fields }, { as });
const stored = () =>
  app.services.db.$client
    .prepare("select function_key, answer, comment from member_check order by id")
    .raw()
    .all();
const confirmed = () => ({ [`answer-${first}`]: "confirm" });
const disputed = (comment: string) => ({ [`answer-${second}`]: "dispute", [`comment-${second}`]: comment });

/** The chosen radios of a page, as name=value. */
const chosen = (html: string) =>
  (html.match(/<input\b[^>]*\btype="radio"[^>]*>/g) ?? [])
    .filter((tag) => /\schecked\b/.test(tag))
    .map((tag) => `${attributes(tag, "input", "name")}=${attributes(tag, "input", "value")}`);

describe("the page of a manager", () => {
  it.each(locales)(
    "asks for every function that has a level, by its level and words (%s)",
    async (locale) => {
      const { status, body } = await read(page, manager, locale);
      expect(status).toBe(200);
      const text = textOf(body);
      const { functions, levels } = made.rubric;
      for (const [place, level] of [2, 3].entries()) {
        const fn = functions[place];
        const reached = levels[level - 1];
        expect(text).toContain(`${place + 1} ${fn?.name[locale]} ${level} ${reached?.name[locale]}`);
        expect(text).toContain(fn?.descriptors[reached?.key ?? ""]?.[locale]);
      }
      const left = functions[2]?.name[locale] ?? "";
      expect(text).toContain(m.check_without_result({ list: left }, { locale }));
      expect(new Set(attributes(body, "input", "name").filter((name) => name.startsWith("answer-")))).toEqual(
        new Set([`answer-${first}`, `answer-${second}`]),
      );
    },
  );

  it("keeps some answers, shows them again and lets them be changed", async () => {
    const saved = await send({ ...confirmed(), ...disputed("Pelanggan tidak\r\nmengalaminya") });
    expect(saved).toMatchObject({ status: 302, location: page });
    expect(stored()).toEqual([
      [first, "confirm", ""],
      [second, "dispute", "Pelanggan tidak\nmengalaminya"],
    ]);
    const { body } = await read(page, manager);
    expect(textOf(body)).toContain(m.check_saved());
    expect(chosen(body)).toEqual([`answer-${first}=confirm`, `answer-${second}=dispute`]);
    expect(body).toMatch(/<textarea[^>]*>\n?Pelanggan tidak\nmengalaminya<\/textarea>/);

    await send({
      [`answer-${first}`]: "confirm",
      [`answer-${second}`]: "confirm",
      [`comment-${second}`]: "",
    });
    expect(stored().slice(2)).toEqual([[second, "confirm", ""]]);
    expect(chosen((await read(page, manager)).body)).toEqual([
      `answer-${first}=confirm`,
      `answer-${second}=confirm`,
    ]);
  });

  it.each<[string, () => Record<string, string>, () => string[], (() => string) | null]>([
    [
      "a dispute without a reason",
      () => disputed(" \n"),
      () => [`comment-${second}`],
      m.check_comment_required,
    ],
    [
      "a comment to no answer",
      () => ({ [`comment-${first}`]: "Begini" }),
      () => [`answer-${first}`],
      m.check_answer_missing,
    ],
    ["an answer that is none", () => ({ [`answer-${first}`]: "maybe" }), () => [`answer-${first}`], null],
    ["a comment of 2,001 characters", () => disputed("x".repeat(2001)), () => [`comment-${second}`], null],
    [
      "every mistake at once",
      () => ({ ...disputed(""), ...confirmed(), [`comment-${first}`]: "x".repeat(2001) }),
      () => [`comment-${first}`, `comment-${second}`],
      m.check_comment_required,
    ],
    ["no answer at all", () => ({}), () => [], m.check_nothing],
  ])("refuses %s and keeps what was typed", async (_what, fields, wrong, message) => {
    const given = fields();
    const answer = await send(given);
    expect(answer.status).toBe(400);
    const links = attributes(answer.body, "a", "href").filter((href) => href.startsWith("#field-"));
    expect(links.sort()).toEqual(wrong().map((name) => `#field-${name}`));
    if (message) expect(textOf(answer.body)).toContain(message());
    for (const [name, value] of Object.entries(given)) {
      if (name.startsWith("comment-") && value.trim()) expect(answer.body).toContain(`>${value}</textarea>`);
    }
    expect(stored()).toEqual([]);
  });

  it("takes a comment of 2,000 characters, and drops fields that nobody asked for", async () => {
    const comment = "x".repeat(2000);
    const extra = { "answer-unknown": "confirm", __proto__x: "1", userId: "somebody", createdAt: "0" };
    expect((await send({ ...disputed(comment), ...extra })).status).toBe(302);
    expect(stored()).toEqual([[second, "dispute", comment]]);
    expect(textOf((await read(page, manager)).body)).toContain(m.check_saved_left({ left: 1 }));
  });

  it("shows what another manager said beside it", async () => {
    await send(disputed("Kami tidak setuju"), await app.signIn("manager", made.companyId));
    const { body } = await read(page, manager);
    expect(textOf(body)).toContain("Kami tidak setuju");
    expect(chosen(body)).toEqual([]);
  });
});

describe("who is no manager of the company", () => {
  it("cannot answer, and a viewer or a stranger not even see the page", async () => {
    const others = [
      await app.signIn("viewer", made.companyId),
      await app.signIn("manager", aCompany(app, { name: "PT Tetangga" })),
    ];
    for (const as of others) {
      expect((await read(page, as)).status).toBe(404);
      expect((await send(confirmed(), as)).status).toBe(404);
    }
    expect((await send(confirmed(), await app.signIn("consultant"))).status).toBe(404);
    expect((await send(confirmed(), await app.signIn("owner"))).status).toBe(404);
    expect((await send(confirmed(), app.visitor())).location).toMatch(/^\/sign-in/);
    expect(stored()).toEqual([]);
  });

  it.each(["consultant", "owner"] as const)("but a %s reads the answers, without a form", async (role) => {
    await send(disputed("Tidak begitu"));
    const { status, body } = await read(page, await app.signIn(role));
    expect(status).toBe(200);
    expect(textOf(body)).toContain(m.check_counts({ confirmed: 0, disputed: 1, unanswered: 1 }));
    expect(textOf(body)).toContain("Tidak begitu");
    expect(textOf(body)).toContain(manager.name);
    expect(attributes(body, "input", "name").filter((name) => name.startsWith("answer-"))).toEqual([]);
  });

  it("and staff finds words where nothing was published, the company nothing", async () => {
    const draft = `/assessments/${anAssessment(app, made.companyId)}/check`;
    expect(textOf((await read(draft, await app.signIn("owner"))).body)).toContain(
      m.check_unpublished_title(),
    );
    expect((await read(draft, manager)).status).toBe(404);
    expect((await app.post(draft, { publication: "1", ...confirmed() }, { as: manager })).status).toBe(404);
  });
});

describe("the report", () => {
  const report = () => `/assessments/${made.assessmentId}/report`;

  it.each(locales)("tells viewers the state, and consultants and managers the words (%s)", async (locale) => {
    const options = { locale };
    const viewer = await app.signIn("viewer", made.companyId);
    expect(textOf((await read(report(), viewer, locale)).body)).toContain(m.check_none_yet({}, options));
    await send({ ...confirmed(), ...disputed("Angka ini <b>keliru</b>") });
    const states = [m.check_state_confirmed({}, options), m.check_state_disputed({}, options)];
    const counts = m.check_counts({ confirmed: 1, disputed: 1, unanswered: 0 }, options);
    for (const as of [viewer, manager, await app.signIn("consultant")]) {
      const { body } = await read(report(), as, locale);
      const text = textOf(body);
      for (const said of [...states, counts]) expect(text).toContain(said);
      expect(body).not.toContain("<b>keliru");
      expect(text.includes("Angka ini <b>keliru</b>")).toBe(as !== viewer);
      expect(text.includes(manager.name) && as === viewer).toBe(false);
      expect(attributes(body, "a", "href").includes(page)).toBe(as !== viewer);
    }
  });

  it("has no member check before it is published", async () => {
    const open = aJudgedAssessment(app, ROWS);
    const { body } = await read(`/assessments/${open.assessmentId}/report`, await app.signIn("owner"));
    expect(attributes(body, "section", "id")).toContain("method");
    expect(attributes(body, "section", "id")).not.toContain("check");
  });
});

describe("a result that is published anew", () => {
  it("is checked from the start, and an answer to the old one is not taken for it", async () => {
    await send(confirmed());
    for (const intent of ["withdraw", "publish"]) {
      await app.post(`/assessments/${made.assessmentId}`, { intent }, { as: await app.signIn("consultant") });
    }
    expect(chosen((await read(page, manager)).body)).toEqual([]);
    const late = await send(disputed("Masih keliru"));
    expect(late.status).toBe(409);
    expect(textOf(late.body)).toContain(m.check_renewed());
    expect(late.body).toContain(">Masih keliru</textarea>");
    expect(attributes(late.body, "input", "value")).toContain("2");
    expect(stored()).toHaveLength(1);
    expect((await send({ ...disputed("Masih keliru"), publication: "2" })).status).toBe(302);
    expect(stored()).toHaveLength(2);

    const staff = textOf((await read(page, await app.signIn("consultant"))).body);
    expect(staff).toContain(m.check_earlier());
    expect(staff).toContain("Masih keliru");
  });

  it("cannot be answered while it is withdrawn, and what was typed is handed back", async () => {
    withdraw(app.context(), made.assessmentId);
    expect(textOf((await read(page, manager)).body)).toContain(m.check_withdrawn_title());
    const late = await send(disputed("Sudah saya tulis"));
    expect(late.status).toBe(409);
    expect(textOf(late.body)).toContain(m.check_ended());
    expect(textOf(late.body)).toContain("Sudah saya tulis");
    expect(stored()).toEqual([]);
  });

  it("is only read once it is in the archive", async () => {
    await send(disputed("Tercatat"));
    changeState(app.context(), made.assessmentId, "archive");
    const { status, body } = await read(page, manager);
    expect(status).toBe(200);
    expect(textOf(body)).toContain("Tercatat");
    expect(attributes(body, "textarea", "name")).toEqual([]);
    expect((await send(confirmed())).status).toBe(409);
    expect(stored()).toHaveLength(1);
  });
});

describe("the page of the company", () => {
  const links = async (as: Person) =>
    attributes((await read(`/companies/${made.companyId}`, as)).body, "a", "href");

  it("leads a manager to what is left to check, and nobody else", async () => {
    expect(await links(manager)).toContain(page);
    await send(confirmed());
    expect(await links(manager)).toContain(page);
    await send(disputed("Keliru"));
    expect(await links(manager)).not.toContain(page);
    for (const role of ["viewer", "consultant"] as const) {
      expect(
        await links(await app.signIn(role, role === "viewer" ? made.companyId : undefined)),
      ).not.toContain(page);
    }
  });
});
