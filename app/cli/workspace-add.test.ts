import { expect, it } from "vitest";
import { listMemberships } from "#db/accounts";
import { readLink, redeemLink } from "~/use-cases/accounts";
import { readCompanies } from "~/use-cases/companies";
import { emptyStore, rows, runOn } from "./fixtures";

it("adds a workspace whose owner is created by the link and sees nothing of the first one", async () => {
  const { services, context } = emptyStore();
  const { code, out, err } = await runOn(services, ["workspace:add", "--name", " Konsultan Dua "]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const token = /^https:\/\/selaras\.test\/account\/([\w-]{43})\n$/.exec(out)?.[1] ?? "";
  expect(readLink(context(), token)?.kind).toBe("owner");

  const person = { name: "Dua", email: "dua@example.com", password: "kata sandi panjang" };
  const userId = await redeemLink(context(), token, person);
  const [role] = listMemberships(services.db, userId);
  expect(rows(services.db, "select name from workspace order by created_at, rowid")).toContainEqual({
    name: "Konsultan Dua",
  });
  const scope = { workspaceId: role?.workspaceId ?? "", companyIds: null };
  expect(readCompanies({ ...context(), scope })).toEqual([]);
  expect(readCompanies(context()).length).toBeGreaterThan(0);
});

it("wants a name", async () => {
  const { services } = emptyStore();
  expect((await runOn(services, ["workspace:add"])).code).toBe(1);
  expect((await runOn(services, ["workspace:add", "--name", "  "])).err).toContain("1 to 120 characters");
});
