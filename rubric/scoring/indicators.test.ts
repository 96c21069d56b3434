import { expect, it } from "vitest";
import { type Answer, indicatorStatus, nameOf } from "./indicators";

const statusOf = (...answers: Answer[]) =>
  indicatorStatus(
    answers.map((answer, index) => ({ unit: "u", rater: `r${index}`, indicator: "i", answer })),
  ).get(nameOf("u", "i"));

it("needs more than half of the answers for met", () => {
  expect(statusOf("met", "met", "not-met")).toEqual({ status: "met", answers: 3 });
  expect(statusOf("met", "met", "not-met", "not-met")).toEqual({ status: "not-met", answers: 4 });
  expect(statusOf("met", "partly", "not-met")).toEqual({ status: "partly", answers: 3 });
});

it("does not count don't know as an answer", () => {
  expect(statusOf("unknown", "met")).toEqual({ status: "met", answers: 1 });
  expect(statusOf("unknown", "unknown")).toBeUndefined();
});

it("keeps names apart whatever characters they hold", () => {
  expect(nameOf("a", "b c")).not.toBe(nameOf("a b", "c"));
  expect(nameOf('a","b', "c")).not.toBe(nameOf("a", 'b","c'));
});
