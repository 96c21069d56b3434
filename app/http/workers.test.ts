import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, type TestContext } from "vitest";
import { inRepository } from "../../tests/support/root";

/** Far more than the workers of the program need to answer, also beside other tests. */
const SILENCE = 3_000;

type Program = { child: ChildProcess; output: () => string; until: (holds: () => boolean) => Promise<void> };

/** tests/support/kept-workers.ts, once both workers listen. */
async function running({ onTestFinished }: Pick<TestContext, "onTestFinished">): Promise<Program> {
  const program = inRepository("tests/support/kept-workers.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, String(SILENCE)], {
    ...{ cwd: inRepository(""), stdio: ["ignore", "pipe", "inherit"] },
  });
  let printed = "";
  child.stdout?.on("data", (piece) => {
    printed += piece;
  });
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const end = (work: () => void) => {
        child.stdout?.off("data", look);
        child.off("exit", failed);
        work();
      };
      const look = () => holds() && end(resolve);
      const failed = () => end(() => reject(new Error(`It has ended:\n${printed}`)));
      child.stdout?.on("data", look);
      child.on("exit", failed);
      look();
    });
  const started = { child, output: () => printed, until };
  onTestFinished(() => endAll(started));
  await until(() => printed.includes("ready") && listening(started).length === 2);
  return started;
}

/** All workers that have ever listened, and the port they share. */
const listening = ({ output }: Program) =>
  [...output().matchAll(/^worker (\d+) (\d+)$/gm)].map(([, pid, port]) => ({
    ...{ pid: Number(pid), port: Number(port) },
  }));
const replacements = ({ output }: Program) => output().match(/^replaced \w+$/gm) ?? [];

function send(signal: NodeJS.Signals, ...pids: (number | undefined)[]): void {
  for (const pid of pids) {
    try {
      if (pid !== undefined) process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

async function endAll(program: Program): Promise<void> {
  const { child } = program;
  const ended = child.exitCode === null && child.signalCode === null ? once(child, "exit") : null;
  // One that was replaced is no more; its number may be somebody else's by now.
  const replaced = [...program.output().matchAll(/"worker":(\d+),.*is replaced"/g)].map(([, pid]) =>
    Number(pid),
  );
  const alive = listening(program).filter(({ pid }) => !replaced.includes(pid));
  send("SIGKILL", child.pid, ...alive.map(({ pid }) => pid));
  await ended;
}

const answer = async (port: number, path = "/") =>
  (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { Connection: "close" } })).text();

it.concurrent("replaces workers that hang, in an endless loop or stopped by somebody, and says so", async (test) => {
  const program = await running(test);
  const [first, second] = listening(program);
  const port = first?.port ?? 0;
  const hanging = answer(port, "/hang").catch(() => "none");
  // The other one is free, and so gets the next request: that one is stopped.
  const other = Number(await answer(port));
  expect([first?.pid, second?.pid]).toContain(other);
  send("SIGSTOP", other);
  await program.until(() => replacements(program).length === 2 && listening(program).length === 4);
  expect(replacements(program)).toEqual(["replaced hung", "replaced hung"]);
  expect(await hanging).toBe("none");
  const errors = program
    .output()
    .split("\n")
    .filter((line) => line.includes("gives no sign of life"));
  expect(errors.map((line) => JSON.parse(line))).toMatchObject([{ level: 50 }, { level: 50 }]);
  const later = listening(program).slice(2);
  expect(later.map(({ pid }) => pid)).toContain(Number(await answer(later[1]?.port ?? 0)));
}, 30_000);

it.concurrent("takes nothing amiss that happens while it does not run itself, and goes on looking afterwards", async (test) => {
  const [asleep, awake] = await Promise.all([running(test), running(test)]);
  const [first, second] = listening(asleep);
  send("SIGSTOP", asleep.child.pid, first?.pid, second?.pid);
  // Long enough for whoever is awake to replace one that is stopped.
  send("SIGSTOP", listening(awake)[0]?.pid);
  await awake.until(() => replacements(awake).length === 1);
  send("SIGCONT", asleep.child.pid, first?.pid, second?.pid);
  send("SIGSTOP", first?.pid);
  await asleep.until(() => listening(asleep).length === 3);
  expect(replacements(asleep)).toEqual(["replaced hung"]);
  expect(() => process.kill(second?.pid ?? 0, 0)).not.toThrow();
}, 60_000);

it.concurrent("replaces a worker that ends by itself at once", async (test) => {
  const program = await running(test);
  send("SIGKILL", listening(program)[0]?.pid);
  await program.until(() => listening(program).length === 3);
  expect(replacements(program)).toEqual(["replaced ended"]);
  expect(program.output()).not.toContain("gives no sign of life");
}, 30_000);
