import { expect, it } from "vitest";
import { longFormat, runCli, withFiles } from "./cli-harness";
import { registerCompare } from "./compare";

const compared = (files: Record<string, string>, ...args: string[]) =>
  withFiles(files, (path) =>
    runCli(registerCompare, "compare", ...args.map((arg) => (arg.endsWith(".csv") ? path(arg) : arg))),
  );
const other = (index: number) => `new ${index + 1}`;

it("prints every key of the comparison as JSON, raters paired by name", async () => {
  const files = { "a.csv": longFormat("22233 333.."), "b.csv": longFormat("33344 33344") };
  const run = await compared(files, "a.csv", "b.csv", "--levels", "5", "--json");
  expect(run).toMatchObject({ code: 0, err: "" });
  const { functions, overall } = JSON.parse(run.out);
  expect(functions[0]).toMatchObject({
    ...{
      key: "u1",
      before: 2,
      after: 3,
      delta: 1,
      test: "paired",
      n: 5,
      statistic: 0,
      p: 0.0625,
      pHolm: 0.125,
    },
    ...{ smallestReachableP: 0.0625, superiority: 1, cliffsDelta: 1, verdict: "too-small" },
  });
  expect(functions[1]).toMatchObject({ test: "paired", n: 3, p: 1, smallestReachableP: 0.25 });
  expect(overall.typical).toEqual({ before: 2, after: 3, delta: 1 });
});

it("reproduces the published permutation test of two different panels", async () => {
  const files = { "a.csv": longFormat("12111111112411"), "b.csv": longFormat("33431231154", other) };
  const run = await compared(files, "a.csv", "b.csv", "--levels", "5", "--json");
  const [found] = JSON.parse(run.out).functions;
  expect(found).toMatchObject({ test: "unpaired", verdict: "up" });
  expect(found.superiority).toBeCloseTo(0.788961, 6);
  expect(found.p).toBeCloseTo(0.00669022, 8);
});

it("prints a table that never takes a small panel for no change", async () => {
  const files = { "a.csv": longFormat("222 333"), "b.csv": longFormat("333 3..", other) };
  const { out, code } = await compared(files, "a.csv", "b.csv", "--levels", "5");
  expect(code).toBe(0);
  expect(out).toMatch(/^u1 +2 +3 +\+1 +unpaired +3\+3 .*panel too small to tell$/m);
  expect(out).toMatch(/^u2 +3 +- +- +none .*not tested: no result on a side$/m);
  expect(out).toContain("is not a sign of no change");
});

it("marks figures that were drawn", async () => {
  const files = { "a.csv": longFormat("12345".repeat(20)), "b.csv": longFormat("23455".repeat(20), other) };
  const { out } = await compared(files, "a.csv", "b.csv", "--levels", "5");
  expect(out).toMatch(/0\.\d{4}\*/);
  expect(out).toContain("* estimated from random permutations");
});

it("names the file that is wrong and ends with 1", async () => {
  const files = { "a.csv": longFormat("333"), "b.csv": longFormat("336") };
  const run = await compared(files, "a.csv", "b.csv", "--levels", "5");
  expect(run).toMatchObject({ code: 1, out: "" });
  expect(run.err).toMatch(/b\.csv: 1 problem\n {2}line 4: level "6"/);
});

it("uses the quorum on both sides", async () => {
  const files = { "a.csv": longFormat("22"), "b.csv": longFormat("44") };
  const read = async (...more: string[]) =>
    JSON.parse((await compared(files, "a.csv", "b.csv", "--levels", "5", "--json", ...more)).out)
      .functions[0];
  expect(await read()).toMatchObject({ test: "none", before: null });
  expect(await read("--quorum", "2")).toMatchObject({ test: "paired", n: 2, delta: 2 });
});
