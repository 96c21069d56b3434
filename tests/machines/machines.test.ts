import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { updateUser } from "#db/accounts";
import { listHistory } from "#db/judgments";
import { hashPassword } from "~/use-cases/accounts";
import { revealVote, startWorkshop } from "~/use-cases/workshops";
import { anOpenAssessment, MAIN_RUBRIC } from "../support/factories";
import { aVisitor, type Machines, startMachines } from "../support/machines";
import type { Person } from "../support/people";
import { inRepository } from "../support/root";

let machines: Machines;
beforeAll(async () => {
  machines = await startMachines();
});
afterAll(() => machines?.stop());

const PASSWORD = "sebelas layang-layang biru";
const WORDS = "Terlihat di toko dan di aplikasi, juga saat peladen utama tidak menjawab.";

/** An assessor at a browser, and what is stored of their answer to the first function. */
async function seat() {
  const open = anOpenAssessment(machines, { rubricKey: MAIN_RUBRIC });
  const [memberId = ""] = open.members;
  const person = await machines.sitDown(open.assessmentId, memberId);
  const key = open.rubric.functions[0]?.key ?? "";
  const stored = async () => {
    await machines.lookAgain();
    return listHistory(machines.context().db, memberId, key, 1);
  };
  return { ...open, person, memberId, key, page: `/assess/functions/${key}`, stored };
}

/** A form as the page sends it: the same key however often it is sent. */
const answer = (key: string, rationale = WORDS) => ({ level: "4", rationale, key, base: "0", round: "1" });

async function anAccount() {
  const account = await machines.signIn("consultant");
  updateUser(machines.context().db, account.userId, { passwordHash: await hashPassword(PASSWORD) });
  return account;
}

const eventually = (look: () => void | Promise<void>) => vi.waitFor(look, { timeout: 15_000, interval: 100 });

const readPage = async (path: string, as: Person) => {
  const [first, second] = [
    await machines.get(machines.a, path, as),
    await machines.get(machines.b, path, as),
  ];
  return [first, second] as const;
};

describe("two machines over one store", () => {
  it("bring the schema and the workspace once, although they started at the same moment", () => {
    const { db } = machines.context();
    const count = (table: string) => db.$client.prepare(`select count(*) from ${table}`).pluck().get();
    const files = readdirSync(inRepository("db/migrations")).filter((name) => name.endsWith(".sql"));
    expect(count("__drizzle_migrations")).toBe(files.length);
    expect(count("workspace")).toBe(1);
    expect(db.$client.pragma("foreign_key_check")).toEqual([]);
  });

  it("show at once what the other has saved", async () => {
    const { page, person, stored } = await seat();
    for (const [turn, machine, other] of [
      [1, machines.a, machines.b],
      [2, machines.b, machines.a],
      [3, machines.a, machines.b],
    ] as const) {
      const words = `Alasan nomor ${turn} dari ${turn % 2 ? "mesin pertama" : "mesin kedua"}`;
      const fields = { ...answer(`turn-${turn}`, words), base: String(turn - 1) };
      const saved = await machines.post(machine, `${page}/save`, fields, person);
      expect([saved.status, saved.body]).toEqual([200, expect.stringContaining(`"version":${turn}`)]);
      // Each reads its own writes, and the other's.
      expect((await machines.get(machine, page, person)).body).toContain(words);
      expect((await machines.get(other, page, person)).body).toContain(words);
    }
    expect(await stored()).toHaveLength(3);
  });

  it("store what arrives at both under one key once", async () => {
    const { page, person, stored } = await seat();
    const both = await Promise.all(
      [machines.a, machines.b, machines.a, machines.b].map((machine) =>
        machines.post(machine, `${page}/save`, answer("the-same-key"), person),
      ),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await stored()).toHaveLength(1);
  });

  it("know a session that was begun on the other, and one that was ended there", async () => {
    const { email } = await anAccount();
    const visitor = aVisitor();
    const signedIn = await machines.post(machines.a, "/sign-in", { email, password: PASSWORD }, visitor);
    expect([signedIn.status, signedIn.location]).toEqual([302, "/companies"]);
    expect((await machines.get(machines.b, "/companies", visitor)).status).toBe(200);
    const kept = aCopyOf(visitor);
    await machines.post(machines.b, "/sign-out", {}, visitor);
    const after = await machines.get(machines.a, "/companies", kept);
    expect([after.status, after.location]).toEqual([302, expect.stringContaining("/sign-in")]);
  });

  it("count tries together", async () => {
    const { email } = await anAccount();
    const statuses: number[] = [];
    for (let turn = 0; turn < 12; turn++) {
      const machine = turn % 2 ? machines.b : machines.a;
      const tried = await machines.post(machine, "/sign-in", { email, password: "salah semua" }, aVisitor());
      statuses.push(tried.status);
    }
    expect(statuses).toEqual([...new Array<number>(10).fill(400), 429, 429]);
  });

  it("tell phones on the other of what happens in the room", async () => {
    const { assessmentId, person, key } = await seat();
    const consultant = await machines.signIn("consultant");
    startWorkshop(machines.context(), assessmentId);
    const phone = await machines.listen(machines.b, "/assess/workshop/events", person);
    onTestFinished(() => phone.end());
    await phone.next("change");
    const room = `/assessments/${assessmentId}/workshop`;
    const opened = await machines.post(machines.a, room, { intent: "open", function: key }, consultant);
    expect(opened.status).toBe(302);
    await phone.next("change");
    const { body } = await machines.get(machines.b, "/assess/workshop", person);
    const vote = /name="vote" value="([\w-]+)"/.exec(body)?.[1] ?? "";
    const voted = await machines.post(machines.b, "/assess/workshop", { vote, level: "3" }, person);
    expect(voted.status).toBe(302);
    await machines.lookAgain();
    revealVote(machines.context(), assessmentId, vote);
    await phone.next("change");
  });

  it("send each message once, from the one that has the lease", async () => {
    const { db } = machines.context();
    const sent = () =>
      [machines.a, machines.b].map(({ dataDir }) => {
        const folder = join(dataDir, "mail");
        return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".eml")) : [];
      });
    await seat();
    await eventually(async () => {
      await machines.lookAgain();
      const waiting = db.$client.prepare("select count(*) from mail where sent_at is null").pluck().get();
      expect(waiting).toBe(0);
    });
    const [first = [], second = []] = sent();
    const posted = db.$client.prepare("select count(*) from mail").pluck().get();
    expect(first.length * second.length, "only one of them sends").toBe(0);
    expect(first.length + second.length).toBe(posted);
    expect(db.$client.prepare("select count(*) from lease").pluck().get()).toBeGreaterThan(0);
  });

  it("give out a file that the other was sent", async () => {
    const { person, key, page } = await seat();
    const form = new FormData();
    for (const [name, value] of Object.entries({ kind: "document", note: "Pedoman", [`for-${key}`]: "on" }))
      form.append(name, value);
    form.append("file", new File(["%PDF-1.7\nisi\n%%EOF\n"], "pedoman.pdf"));
    const sent = await machines.post(machines.a, `${page}/evidence/upload`, form, person);
    expect(sent.status, sent.body).toBeLessThan(400);
    const { body } = await machines.get(machines.b, page, person);
    const file = /\/assess\/evidence\/[\w-]+\/file/.exec(body)?.[0] ?? "";
    const read = await machines.get(machines.b, file, person);
    expect([read.status, read.body]).toEqual([200, "%PDF-1.7\nisi\n%%EOF\n"]);
  });

  // The last one here: it may take the jobs with it for half a minute.
  it("catch up when one was killed, and take its replica up again", async () => {
    const { page, person } = await seat();
    await machines.b.kill();
    const saved = await machines.post(machines.a, `${page}/save`, answer("alone"), person);
    expect(saved.status).toBe(200);
    await machines.b.restart();
    expect((await machines.get(machines.b, page, person)).body).toContain(WORDS);
    expect(readdirSync(machines.b.dataDir).filter((name) => /^replica.*\.db$/.test(name))).toEqual([
      "replica.db",
    ]);
  });
});

describe("while the primary is down", () => {
  it("reads go on, a save is refused with what was typed, and goes through once when it is back", async () => {
    const { page, person, stored } = await seat();
    for (const read of await readPage(page, person)) expect(read.status).toBe(200);
    await machines.primary.kill();
    onTestFinished(() => machines.primary.restart().catch(() => {}));
    for (const read of await readPage(page, person)) expect(read.status).toBe(200);

    const byForm = await machines.post(machines.a, page, answer("down"), person);
    expect([byForm.status, byForm.headers.get("Retry-After")]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    expect(byForm.body).toContain(WORDS);
    const byPage = await machines.post(machines.b, `${page}/save`, answer("down"), person);
    expect([byPage.status, byPage.headers.get("Retry-After")]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    for (const read of await readPage(page, person)) expect(read.status).toBe(200);
    expect((await machines.get(machines.a, "/livez", person)).status).toBe(200);
    expect((await machines.get(machines.a, "/readyz", person)).status).toBe(503);

    await machines.primary.restart();
    await eventually(async () => {
      const again = await machines.post(machines.b, `${page}/save`, answer("down"), person);
      expect(again.status).toBe(200);
    });
    expect((await machines.post(machines.a, `${page}/save`, answer("down"), person)).status).toBe(200);
    expect((await machines.get(machines.a, page, person)).body).toContain(WORDS);
    // A replica that has not written since asks the primary again only after a moment.
    await eventually(async () => expect(await stored()).toHaveLength(1));
  });

  it("a primary that hangs holds a save up for seconds only, and pages hardly", async () => {
    const { page, person, stored } = await seat();
    for (const read of await readPage(page, person)) expect(read.status).toBe(200);
    machines.primary.pause();
    onTestFinished(() => machines.primary.goOn());
    const timed = async <T>(work: Promise<T>) => {
      const started = performance.now();
      return { answer: await work, milliseconds: performance.now() - started };
    };
    const save = await timed(machines.post(machines.a, `${page}/save`, answer("hung"), person));
    expect(save.answer.status).toBe(503);
    expect(save.milliseconds).toBeLessThan(10_000);
    const read = await timed(machines.get(machines.a, page, person));
    expect(read.answer.status).toBe(200);
    // The save has waited for the primary, the page has not.
    expect(read.milliseconds).toBeLessThan(save.milliseconds);
    machines.primary.goOn();
    await eventually(async () => {
      const again = await machines.post(machines.a, `${page}/save`, answer("hung"), person);
      expect(again.status).toBe(200);
    });
    await eventually(async () => expect(await stored()).toHaveLength(1));
  });
});

/** The cookies of somebody, as they are now: what a server says later changes nothing in them. */
function aCopyOf({ jar }: Person): Person {
  const copy = aVisitor();
  for (const pair of jar.header().split("; ")) copy.jar.take(pair);
  return copy;
}
