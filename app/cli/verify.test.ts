import { describe, expect, it } from "vitest";
import { changeState } from "~/use-cases/assessments";
import { emptyStore, listed, runOn } from "./fixtures";

describe("verify", () => {
  it("confirms the published sample", async () => {
    const { services } = emptyStore();
    const { idOf } = await listed(services);
    const { code, out, err } = await runOn(services, ["verify", idOf("published")]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^identical: publication 1, \S+ \d+\.\d+\.\d+, judgments [0-9a-f]{64}\n$/);
  });

  it("says what differs after a judgment was changed", async () => {
    const { services } = emptyStore();
    const { idOf } = await listed(services);
    services.db.$client
      .prepare("update judgment set level = 5 where function_key = 'budget' and level = 1")
      .run();
    services.db.$client
      .prepare("update judgment set level = 5 where function_key = 'data' and level = 1")
      .run();
    const { code, out, err } = await runOn(services, ["verify", idOf("published")]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^different: publication 1 does not follow from what is stored\.\n/);
    expect(err).toContain("Judgments or settings have changed since.\n");
    expect(err).toMatch(/^Functions that differ: .*\bdata\b/m);
    expect(err).toMatch(/score\.functions\.data\.level: published 1, recomputed 5/);
  });

  it("refuses what has no publication and what is not there", async () => {
    const { services, context } = emptyStore();
    const { idOf } = await listed(services);
    const closed = await runOn(services, ["verify", idOf("closed")]);
    expect(closed).toMatchObject({
      code: 1,
      err: `The assessment ${idOf("closed")} has no publication to verify.\n`,
    });
    expect((await runOn(services, ["verify", "nowhere"])).err).toContain("There is no assessment nowhere");
    changeState(context(), idOf("closed"), "reopen");
    expect((await runOn(services, ["verify", idOf("closed")])).code).toBe(1);
  });
});
