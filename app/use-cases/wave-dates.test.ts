import { describe, expect, it } from "vitest";
import { addDays, daysBetween, daysToJudge, suggestNext } from "./wave-dates";

const before = {
  title: "Penilaian 2025",
  asOf: "2025-06-30",
  deadline: "2025-07-14",
  openedAt: new Date("2025-07-01T02:00:00Z"),
};

describe("the next wave", () => {
  it("says how things stand today, and the title says the year", () => {
    expect(suggestNext(before, "2026-03-02")).toEqual({
      ...{ title: "Penilaian 2026", asOf: "2026-03-02", deadline: "2026-03-15" },
    });
  });

  it("stands a year later where the former speaks of today or of the future", () => {
    expect(suggestNext(before, "2025-06-30").asOf).toBe("2026-06-30");
    expect(suggestNext({ ...before, asOf: "2028-02-29" }, "2025-06-30").asOf).toBe("2029-02-28");
  });

  it("gives as many days as before, two weeks where that is not known, and none where there was no deadline", () => {
    expect(suggestNext({ ...before, openedAt: null }, "2026-03-02").deadline).toBe("2026-03-16");
    expect(suggestNext({ ...before, deadline: null }, "2026-03-02").deadline).toBeNull();
  });

  it("leaves other numbers in a title alone", () => {
    expect(suggestNext({ ...before, title: "Program 20250, tahap 2" }, "2026-03-02").title).toBe(
      "Program 20250, tahap 2",
    );
  });
});

it("counts days over the ends of months and years", () => {
  expect(addDays("2027-12-30", 3)).toBe("2028-01-02");
  expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  expect(daysBetween("2028-03-01", "2028-02-27")).toBe(-3);
  expect(daysToJudge({ openedAt: new Date("2026-07-01T05:00:00Z"), deadline: "2026-07-01" })).toBe(1);
});
