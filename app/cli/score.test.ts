import { expect, it } from "vitest";
import { CANONICAL, FLEISS } from "#rubric/scoring/fixtures";
import { longFormat, runCli, withFiles } from "./cli-harness";
import { registerScore } from "./score";

const scored = (files: Record<string, string>, ...args: string[]) =>
  withFiles(files, (path) =>
    runCli(registerScore, "score", ...args.map((arg) => (arg.endsWith(".csv") ? path(arg) : arg))),
  );
const json = async (files: Record<string, string>, ...args: string[]) => {
  const run = await scored(files, ...args, "--json");
  expect(run).toMatchObject({ code: 0, err: "" });
  return JSON.parse(run.out);
};

it("prints every key of the result as JSON, unrounded, undefined as null", async () => {
  const result = await json({ "r.csv": longFormat(CANONICAL) }, "r.csv", "--levels", "5");
  expect(Object.keys(result.functions[0])).toEqual(
    expect.arrayContaining([
      ...["key", "n", "missing", "level", "split", "mean", "distribution", "consensus", "agreementA"],
      ...["tastleWierman", "averageDeviation", "shareOnMode", "interval"],
    ]),
  );
  expect(result.functions[0]).toMatchObject({ key: "u1", n: 3, missing: 1, level: 1, shareOnMode: 1 });
  expect(result.functions[0].interval).toEqual({ low: 1, high: 1, coverage: 0.75 });
  expect(result.functions[11]).toMatchObject({ n: 1, level: null, interval: null });
  expect(result.overall).toMatchObject({ typical: 2, attained: 1, binding: ["u1", "u8"], meanIndex: 2.5 });
  const { krippendorff, gwet, fleissKappa, kendallW, jackknife } = result.agreement;
  expect(krippendorff.nominal).toBeCloseTo(0.743421, 6);
  expect(krippendorff.ordinal).toBeCloseTo(0.815388, 6);
  expect(krippendorff.interval).toBeCloseTo(0.849107, 6);
  expect(gwet.ac1).toBeCloseTo(0.77544, 5);
  expect(Object.keys(gwet)).toEqual(["ac1", "ac2Ordinal", "ac2Linear", "ac2Quadratic"]);
  expect(fleissKappa).toBeGreaterThan(0.7);
  expect(Object.keys(kendallW)).toEqual(expect.arrayContaining(["w", "chiSquared", "df", "p"]));
  expect(jackknife.alphaOrdinal.low).toBeLessThan(krippendorff.ordinal);
  expect(jackknife.ac2Ordinal.low).toBeLessThan(gwet.ac2Ordinal);
  expect(result.sensitivity.leaveOneOut).toHaveLength(4);
});

it("reproduces Fleiss 1971 from a file", async () => {
  const result = await json({ "r.csv": longFormat(FLEISS) }, "r.csv", "--levels", "5");
  expect(result.agreement.fleissKappa).toBeCloseTo(0.430245, 6);
});

it("uses the quorum", async () => {
  const files = { "r.csv": longFormat("33. 444") };
  expect((await json(files, "r.csv", "--levels", "5")).functions[0].level).toBeNull();
  expect((await json(files, "r.csv", "--levels", "5", "--quorum", "2")).functions[0].level).toBe(3);
});

it("weighs units in the overall and raters only in the sensitivity check", async () => {
  const files = {
    "r.csv": longFormat("22444 22444 22222"),
    "units.csv": "unit;weight\nu3;2,5\n",
    "raters.csv": "rater,weight\nr1,5\n",
  };
  const plain = await json(files, "r.csv", "--levels", "5");
  const both = await json(
    files,
    "r.csv",
    "--levels",
    "5",
    "--weights",
    "units.csv",
    "--weights",
    "raters.csv",
  );
  expect(plain.overall).toMatchObject({ typical: 4, meanIndex: 10 / 3 });
  expect(both.overall).toMatchObject({ typical: 2, meanIndex: 13 / 4.5 });
  expect(both.functions).toEqual(plain.functions);
  expect(plain.sensitivity.expertWeight.reason).toBe("no-weights");
  expect(both.sensitivity.expertWeight.functions).toEqual([
    { key: "u1", from: 4, to: 2 },
    { key: "u2", from: 4, to: 2 },
  ]);
});

it("refuses weights for nobody, twice, or not above zero", async () => {
  const files = {
    "r.csv": longFormat("333"),
    "bad.csv": "unit,weight\nu9,1\nu1,0\nu1,2\n",
    "other.csv": "name,weight\nu1,1\n",
  };
  const bad = await scored(files, "r.csv", "--levels", "5", "--weights", "bad.csv");
  expect(bad.code).toBe(1);
  expect(bad.err).toContain('line 2: there is no unit "u9" in the ratings');
  expect(bad.err).toContain('line 3: weight "0" is not a number above 0');
  expect(bad.err).toContain('line 4: unit "u1" stands there twice');
  const other = await scored(files, "r.csv", "--levels", "5", "--weights", "other.csv");
  expect(other.err).toContain("the first line must be unit,weight or rater,weight");
});

it("adds levels by perspective when the file has perspectives", async () => {
  const row = (rater: string, level: number, perspective: string) => `data,${rater},${level},${perspective}`;
  const rows = [
    ...["a", "b", "c"].map((r) => row(r, 4, "expert")),
    ...["d", "e", "f"].map((r) => row(r, 2, "customer")),
  ];
  const files = { "r.csv": `unit,rater,level,perspective\n${rows.join("\n")}\n` };
  expect((await json(files, "r.csv", "--levels", "5")).triangulation.differing).toEqual(["data"]);
  expect((await scored(files, "r.csv", "--levels", "5")).out).toContain("Perspectives differ on data.");
  const without = await json({ "r.csv": longFormat("333") }, "r.csv", "--levels", "5");
  expect(without).not.toHaveProperty("triangulation");
});

it("prints a table for people", async () => {
  const { out, code } = await scored({ "r.csv": longFormat("2233 3334 4...") }, "r.csv", "--levels", "5");
  expect(code).toBe(0);
  expect(out).toMatch(/^u1 +4 +0 +2 \(2-3 split\) +2\.50 +0 2 2 0 0 /m);
  expect(out).toMatch(/^u2 .*strong +3-4 \(87\.5%\)$/m);
  expect(out).toMatch(/^u3 +1 +3 +below quorum/m);
  expect(out).toContain("not known, at most 2: 1 of 3 without a result");
  expect(out).toContain("Gwet AC2 ordinal");
  expect(out).toContain("without r1: u1 2 -> 3");
});

it("keeps names from moving the cursor of a terminal", async () => {
  const files = { "r.csv": 'unit,rater,level\n"a\u001b[2Jb\nc",x,3\n' };
  const { out } = await scored(files, "r.csv", "--levels", "5", "--quorum", "1");
  expect(out).toContain("a [2Jb c");
});

it("ends with 1 and a message on bad input", async () => {
  const files = { "r.csv": longFormat("37"), "empty.csv": "" };
  const bad = await scored(files, "r.csv", "--levels", "5");
  expect(bad).toMatchObject({ code: 1, out: "" });
  expect(bad.err).toContain('line 3: level "7" is not a whole number from 1 to 5');
  expect((await scored(files, "empty.csv", "--levels", "5")).err).toContain("is empty");
  expect((await scored(files, "none.csv", "--levels", "5")).err).toContain("there is no such file");
});

it("ends with 1 on options that make no sense", async () => {
  const files = { "r.csv": longFormat("333") };
  for (const levels of ["1", "11", "five", "2.5", ""]) {
    const run = await scored(files, "r.csv", "--levels", levels);
    expect(run.code).toBe(1);
    expect(run.err).toContain("whole number from 2 to 10");
  }
  expect((await scored(files, "r.csv")).err).toContain("required option '--levels <number>'");
  expect((await scored(files, "r.csv", "--levels", "5", "--quorum", "0")).code).toBe(1);
});

it("notes columns that it does not use, and still answers", async () => {
  const run = await scored({ "r.csv": "unit,rater,level,confidance\na,x,3,1\n" }, "r.csv", "--levels", "5");
  expect(run.code).toBe(0);
  expect(run.err).toContain("not used: confidance");
});

it("explains itself", async () => {
  const { out, code } = await runCli(registerScore, "score", "--help");
  expect(code).toBe(0);
  expect(out).toContain("unit,rater,level[,perspective,confidence,weight]");
});
