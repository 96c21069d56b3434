import { expect, it } from "vitest";
import { forOthers } from "./for-others";
import { sampleReport } from "./test-reports";

const { report } = sampleReport("en");

it("leaves out who a level hangs on, and who answered the member check", () => {
  const given = { confirmed: 1, disputed: 0, answers: [] };
  const named = [{ name: "Ayu", functions: [], overall: { typical: null, attained: null } }];
  const [fn] = report.functions;
  if (!fn) throw new Error("the sample has no function");
  const checked = { key: fn.key, number: 1, name: fn.name, level: 3, levelName: "x", descriptor: "y" };
  const informants = { confirmed: 1, disputed: 1, answers: [] };
  const said = { state: "confirmed" as const, checkedBefore: true, given, informants };
  const shown = forOthers({
    ...report,
    minimumGroup: 3,
    sensitivity: { ...report.sensitivity, named },
    check: {
      ...{
        kind: "publication",
        number: 1,
        at: new Date("2026-07-01T00:00:00Z"),
        levels: 5,
        withoutResult: [],
      },
      functions: [{ ...checked, ...said, earlier: { ...said, level: 2, levelName: "z" } }],
    },
  });
  expect(shown.sensitivity.named).toBeNull();
  const left = { state: "confirmed", checkedBefore: true, given: null, informants: null };
  expect(shown.check?.functions).toMatchObject([{ ...left, earlier: left }]);
  expect(shown.check?.at).toEqual(new Date("2026-07-01T00:00:00Z"));
});

it("hides how judgments lie where fewer judged than may be shown, and keeps the level", () => {
  const ns = report.functions.map(({ n }) => n);
  const minimumGroup = Math.max(...ns);
  const shown = forOthers({ ...report, minimumGroup });
  expect(shown.functions.map(({ spread }) => spread === null)).toEqual(ns.map((n) => n < minimumGroup));
  expect(shown.functions.map(({ level }) => level)).toEqual(report.functions.map(({ level }) => level));
  const hidden = shown.functions.filter(({ spread }) => spread === null).map(({ key }) => key);
  expect(hidden.length).toBeGreaterThan(0);
  expect(shown.sensitivity.functions.filter(({ key }) => hidden.includes(key))).toEqual([]);
});

it("takes out what XML cannot hold, and leaves every other text as it was", () => {
  const shown = forOthers({ ...report, company: { id: "c", name: "A\u0000B\nC & é \ud83d\ude00\udc00" } });
  expect(shown.company.name).toBe("AB\nC & é \ud83d\ude00");
  expect(forOthers(report)).toEqual(report);
});
