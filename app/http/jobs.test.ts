import { expect, it, onTestFinished, vi } from "vitest";
import { testServices } from "~/cli/fixtures";
import { startJobs } from "./jobs";

/** Two processes on one store whose clock the test holds; each says whether the job runs in it, and how often it began. */
function twoProcesses() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const services = testServices();
  const [first, second] = [0, 1].map(() => {
    const state = { runs: false, begun: 0 };
    const job = () => {
      state.runs = true;
      state.begun += 1;
      return () => {
        state.runs = false;
      };
    };
    return { state, stop: startJobs({ ...services, clock: () => new Date() }, [job]) };
  });
  if (!first || !second) throw new Error("two");
  return { services, first, second };
}

it("runs what recurs in one of two processes", () => {
  const { first, second } = twoProcesses();
  vi.advanceTimersByTime(10 * 60_000);
  expect([first.state, second.state]).toEqual([
    { runs: true, begun: 1 },
    { runs: false, begun: 0 },
  ]);
});

it("goes on in the other one when the first stops", () => {
  const { first, second } = twoProcesses();
  first.stop();
  vi.advanceTimersByTime(5_000);
  expect([first.state.runs, second.state.runs]).toEqual([false, true]);
});

it("goes on in the other one after a while when the first is dead", () => {
  const { first, second, services } = twoProcesses();
  // What a dead process leaves: its lease, which nobody renews.
  first.stop();
  const left = Date.now() + 30_000;
  services.db.$client
    .prepare("insert into lease (job, holder, expires_at) values (?, 'dead', ?)")
    .run("recurring-jobs", left);
  vi.advanceTimersByTime(25_000);
  expect(second.state.runs).toBe(false);
  vi.advanceTimersByTime(10_000);
  expect(second.state.runs).toBe(true);
});

it("ends the jobs of a process that cannot reach the store for longer than its lease lasts", () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const services = testServices();
  let runs = false;
  startJobs({ ...services, clock: () => new Date() }, [
    () => {
      runs = true;
      return () => {
        runs = false;
      };
    },
  ]);
  services.db.$client.close();
  vi.advanceTimersByTime(20_000);
  expect(runs).toBe(true);
  vi.advanceTimersByTime(20_000);
  expect(runs).toBe(false);
});
