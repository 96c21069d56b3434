import { describe, expect, it } from "vitest";
import type { Services } from "~/http/context";
import { readLink } from "~/use-cases/accounts";
import { emptyStore, listed, rows, runOn } from "./fixtures";

describe("user:add", () => {
  const add = (services: Services, role: string, ...more: string[]) =>
    runOn(services, ["user:add", "--email", "Ayu@Example.com", "--name", "Ayu", "--role", role, ...more]);

  it.each(["owner", "consultant"])("prints the set-up link of a new %s", async (role) => {
    const { services, context } = emptyStore();
    const { code, out, err } = await add(services, role);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const token = /^https:\/\/selaras\.test\/account\/([\w-]{43})\n$/.exec(out)?.[1] ?? "";
    expect(readLink(context(), token)?.user).toMatchObject({ email: "ayu@example.com", name: "Ayu" });
    expect(rows(services.db, "select role, company_id from membership")).toEqual([
      { role, company_id: null },
    ]);
  });

  it.each(["manager", "viewer"])("ties a %s to a company", async (role) => {
    const { services } = emptyStore();
    const [company] = (await listed(services)).companies;
    expect((await add(services, role)).err).toContain("give its id with --company");
    expect((await add(services, role, "--company", "nowhere")).err).toContain("There is no company nowhere");
    expect(rows(services.db, "select * from user")).toEqual([]);
    expect((await add(services, role, "--company", company?.id ?? "")).code).toBe(0);
    expect(rows(services.db, "select role, company_id from membership")).toEqual([
      { role, company_id: company?.id },
    ]);
  });

  it("refuses a company for whoever works with all", async () => {
    const { services } = emptyStore();
    const { code, err } = await add(services, "owner", "--company", "x");
    expect(code).toBe(1);
    expect(err).toContain("leave out --company");
  });

  it("refuses somebody who is there already", async () => {
    const { services } = emptyStore();
    await add(services, "consultant");
    const { code, err } = await add(services, "consultant");
    expect({ code, err }).toEqual({ code: 1, err: "ayu@example.com has this access already.\n" });
  });

  it("needs no link for somebody with a password", async () => {
    const { services } = emptyStore();
    const [company] = (await listed(services)).companies;
    await add(services, "viewer", "--company", company?.id ?? "");
    services.db.$client.prepare("update user set password_hash = 'x'").run();
    const { code, out } = await add(services, "consultant");
    expect(code).toBe(0);
    expect(out).toContain("has a password already");
    expect(out).not.toContain("/account/");
  });
});
