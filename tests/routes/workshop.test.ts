import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { EventStreams } from "~/http/event-stream";
import { castVote } from "~/use-cases/workshop-vote";
import { endWorkshop, openVote, revealVote, startWorkshop } from "~/use-cases/workshops";
import { createTestApp, type TestApp } from "../support/app";
import { anOpenAssessment, judge, MAIN_RUBRIC } from "../support/factories";
import { textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
let consultant: Person;
beforeAll(async () => {
  app = await createTestApp();
  consultant = await app.signIn("consultant");
});

/** An open assessment whose three members have handed in; the last one sits at a phone. */
async function room() {
  const { assessmentId, members, rubric } = anOpenAssessment(app, { rubricKey: MAIN_RUBRIC });
  for (const [place, memberId] of members.entries()) {
    const levels = rubric.functions.map(() => place + 1);
    judge(app, { assessmentId, rubric }, memberId, levels);
  }
  const [first = "", second = "", third = ""] = members;
  const seat = (memberId: string) => {
    const actor = { kind: "assessor", memberId, assessmentId } as const;
    return { ...app.context(), actor };
  };
  const page = `/assessments/${assessmentId}/workshop`;
  return {
    assessmentId,
    page,
    fn: rubric.functions[0]?.key ?? "",
    levelNames: rubric.levels.map(({ name }) => name.id),
    votes: (memberId: string, vote: string, level: number) =>
      castVote(seat(memberId), vote, { level, cannotJudge: null, confidence: null }),
    phone: await app.sitDown(assessmentId, third),
    members: [first, second, third] as const,
    lead: (fields: Record<string, string>) => app.post(page, fields, { as: consultant }),
    shown: async () => textOf((await app.get(page, { as: consultant })).body),
  };
}

const voteIn = (html: string) => /name="vote" value="([\w-]+)"/.exec(html)?.[1] ?? "";

describe("the workshop, by plain forms", () => {
  it("is led from start to end, and every phone follows by reloading", async () => {
    const { page, fn, lead, phone, votes, members, shown } = await room();
    const look = async () => textOf((await app.get("/assess/workshop", { as: phone })).body);
    expect(await look()).toContain("Tidak ada lokakarya yang berjalan");
    expect((await lead({ intent: "start" })).location).toBe(page);
    expect((await app.get("/assess", { as: phone })).body).toContain('href="/assess/workshop"');
    expect(await look()).toContain("Belum ada yang perlu dipilih");

    expect((await lead({ intent: "open", function: fn })).location).toBe(`${page}?function=${fn}`);
    const { body } = await app.get("/assess/workshop", { as: phone });
    const vote = voteIn(body);
    votes(members[0], vote, 4);
    votes(members[1], vote, 4);
    const sent = await app.post("/assess/workshop", { vote, level: "5" }, { as: phone });
    expect([sent.status, sent.location]).toEqual([302, "/assess/workshop"]);
    expect(await look()).toContain("Suara Anda sudah masuk");
    const before = await shown();
    expect(before).toContain("3 dari 3 sudah memilih");
    expect(before).not.toContain("Hasil pemungutan suara");

    await lead({ intent: "reveal", vote, function: fn });
    expect(await shown()).toMatch(/Tingkat dari suara ini.*4/s);
    expect(await look()).toMatch(/suara Anda/);
    await lead({ intent: "notes", vote, function: fn, notes: "Dibahas panjang." });
    expect(await shown()).toContain("Dibahas panjang.");
    expect(await look()).not.toContain("Dibahas panjang.");

    expect((await lead({ intent: "end" })).location).toBe(page);
    expect(await shown()).toContain("Lokakarya yang sudah selesai");
    expect(await look()).toContain("Tidak ada lokakarya yang berjalan");
  });

  it("shows nobody before the reveal what was voted, not even in the data of the page", async () => {
    const { assessmentId, page, fn, votes, members, phone, levelNames } = await room();
    startWorkshop(app.context(), assessmentId);
    const vote = openVote(app.context(), assessmentId, fn);
    const seen = async () => {
      const answers = await Promise.all([
        app.get(page, { as: consultant }),
        app.get(`${page}.data`, { as: consultant }),
        app.get("/assess/workshop", { as: phone }),
        app.get("/assess/workshop.data", { as: phone }),
        app.get(`/assessments/${assessmentId}/report`, { as: consultant }),
        app.get(`/assessments/${assessmentId}/export.json`, { as: consultant }),
        app.get(`/assessments/${assessmentId}/export.csv`, { as: consultant }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      // What differs from one answer to the next whatever is voted.
      return answers.map(({ body }) =>
        body.replace(/nonce="[^"]*"|data-request-id="[^"]*"|"?[0-9a-f]{16}"?(?=[,\\"])/g, ""),
      );
    };
    votes(members[0], vote, 1);
    votes(members[1], vote, 1);
    const low = await seen();
    votes(members[0], vote, 5);
    votes(members[1], vote, 5);
    const high = await seen();
    expect(low.map((body, place) => [place, body === high[place]])).toEqual(
      low.map((_, place) => [place, true]),
    );
    revealVote(app.context(), assessmentId, vote);
    const [revealed = ""] = await seen();
    expect(revealed).not.toBe(high[0]);
    expect(textOf(revealed)).toContain(levelNames[4]);
  });

  it("answers what is too late or makes no sense with the page and the reason", async () => {
    const { assessmentId, fn, lead, phone } = await room();
    const said = async (fields: Record<string, string>) => {
      const { status, body } = await lead(fields);
      return [status, textOf(body)] as const;
    };
    expect((await said({ intent: "open", function: fn }))[0]).toBe(409);
    startWorkshop(app.context(), assessmentId);
    const vote = openVote(app.context(), assessmentId, fn);
    const again = await said({ intent: "open", function: fn });
    expect(again[0]).toBe(409);
    expect(again[1]).toContain("Masih ada pemungutan suara yang terbuka");
    expect((await said({ intent: "start" }))[0]).toBe(409);
    expect((await said({ intent: "reveal", vote: "none", function: fn }))[0]).toBe(404);
    expect((await said({ intent: "dance" }))[0]).toBe(400);
    expect((await said({ intent: "notes", vote, function: fn, notes: "x".repeat(4001) }))[0]).toBe(400);

    const send = (fields: Record<string, string>) => app.post("/assess/workshop", fields, { as: phone });
    expect((await send({ vote })).status).toBe(400);
    expect((await send({ vote, level: "6" })).status).toBe(400);
    expect((await send({ vote, level: "none" })).status).toBe(400);
    expect((await send({ vote, level: "none", cannotJudge: "other" })).status).toBe(302);
    revealVote(app.context(), assessmentId, vote);
    const late = await send({ vote, level: "2" });
    expect(late.status).toBe(409);
    expect(textOf(late.body)).toContain("Pemungutan suara itu sudah ditutup");
  });
});

describe("the event stream", () => {
  beforeEach(() => {
    app.services.streams = new EventStreams({ every: 10, perHolder: 2 });
  });

  /** A stream as a browser opens it. */
  async function listen(path: string, as: Person, headers: Record<string, string> = {}) {
    const client = new AbortController();
    const request = new Request(app.url(path), {
      headers: { Accept: "text/event-stream", "Accept-Encoding": "br", Cookie: as.jar.header(), ...headers },
      signal: client.signal,
    });
    const response = await app.handle(request);
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    /** The next message's kind and text; null at the end. Signs of life are passed over. */
    const next = async (): Promise<string[] | null> => {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) return null;
      const [, event, data] = /event: (\w+)\ndata: (\S+)/.exec(decoder.decode(value)) ?? [];
      return event && data ? [event, data] : next();
    };
    return { response, next, close: () => client.abort() };
  }

  it("tells both sides that the room has moved on, and nothing else", async () => {
    const { assessmentId, page, fn, phone, votes, members } = await room();
    startWorkshop(app.context(), assessmentId);
    const ways = [
      await listen(`${page}/events`, consultant),
      await listen("/assess/workshop/events", phone),
    ] as const;
    for (const { response } of ways) {
      expect(response.status).toBe(200);
      expect(response.headers.get("Content-Type")).toBe("text/event-stream; charset=utf-8");
      expect(response.headers.get("Content-Encoding")).toBeNull();
      expect(response.headers.get("Cache-Control")).toBe("no-store");
    }
    const both = () => Promise.all(ways.map(({ next }) => next()));
    const seen = [await both()];
    const vote = openVote(app.context(), assessmentId, fn);
    seen.push(await both());
    votes(members[0], vote, 3);
    seen.push(await both());
    revealVote(app.context(), assessmentId, vote);
    seen.push(await both());
    expect(seen.every(([one, other]) => one?.join() === other?.join())).toBe(true);
    const texts = seen.map(([one]) => one?.[1]);
    expect(new Set(texts).size).toBe(4);
    for (const text of texts) expect(text).toMatch(/^[0-9a-f]{16}$/);
    endWorkshop(app.context(), assessmentId);
    expect((await both()).map((found) => found?.[0])).toEqual(["over", "over"]);
    expect(await both()).toEqual([null, null]);
    expect(app.services.streams.size).toBe(0);
  });

  it("ends with its client and when the server stops", async () => {
    const { assessmentId, page, phone } = await room();
    startWorkshop(app.context(), assessmentId);
    const gone = await listen(`${page}/events`, consultant);
    const stays = await listen("/assess/workshop/events", phone);
    expect(app.services.streams.size).toBe(2);
    gone.close();
    expect(app.services.streams.size).toBe(1);
    await stays.next();
    app.services.streams.close();
    expect(await stays.next()).toBeNull();
    expect((await listen("/assess/workshop/events", phone)).response.status).toBe(503);
  });

  it("is open to those of the page only, in numbers, and to browsers that ask for a stream", async () => {
    const { assessmentId, page, phone } = await room();
    const status = async (path: string, as: Person, headers = {}) => {
      const { response } = await listen(path, as, headers);
      return response.status;
    };
    expect(await status(`${page}/events`, consultant)).toBe(204);
    startWorkshop(app.context(), assessmentId);
    // Whoever may not is told that there is no stream; a redirect would be an error on a browser's console.
    expect(await status(`${page}/events`, app.visitor())).toBe(204);
    expect(await status("/assess/workshop/events", consultant)).toBe(204);
    expect(await status(`${page}/events`, phone)).toBe(204);
    expect(await status("/assessments/none/workshop/events", consultant)).toBe(404);
    expect(await status(`${page}/events`, consultant, { Accept: "text/html" })).toBe(406);
    const opened = [1, 2, 3].map(() => status("/assess/workshop/events", phone));
    expect(await Promise.all(opened)).toEqual([200, 200, 429]);
    app.services.streams.close();
  });
});
