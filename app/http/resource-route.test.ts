import type { AppLoadContext } from "@remix-run/node";
import { expect, it, vi } from "vitest";
import { answerResource, resourceRoute } from "./resource-route";

const asked = {
  request: new Request("http://selaras.test/file"),
  context: {} as AppLoadContext,
  params: { id: "1" },
};
const [loader, action] = [async () => new Response("loaded"), async () => new Response("done")];

it("is the loader of a GET and the action of a POST", () => {
  expect(resourceRoute({ loader, action } as never, "GET")).toBe(loader);
  expect(resourceRoute({ loader, action } as never, "POST")).toBe(action);
});

it.each([
  ["a page", { default: () => null, loader }, "GET"],
  ["a page of errors only", { ErrorBoundary: () => null, loader }, "GET"],
  ["a method it does not take", { loader }, "POST"],
  ["a method that Remix knows better", { loader, action }, "HEAD"],
  ["a method that nothing takes", { loader, action }, "DELETE"],
])("leaves %s to Remix", (_, module, method) => {
  expect(resourceRoute(module as never, method)).toBeNull();
});

it("answers with what the route answers, and with the response it throws", async () => {
  const failed = vi.fn();
  const given = vi.fn(async () => new Response("file"));
  expect(await (await answerResource(given, asked, failed)).text()).toBe("file");
  expect(given).toHaveBeenCalledWith(asked);
  const refused = async () => {
    throw new Response(null, { status: 404 });
  };
  expect((await answerResource(refused, asked, failed)).status).toBe(404);
  expect(failed).not.toHaveBeenCalled();
});

it.each([
  ["an error", new Error("broken")],
  ["something that is no response", { a: 1 }],
])("tells of %s, and says no more than that it failed", async (_, result) => {
  const failed = vi.fn();
  const work = async () => {
    if (result instanceof Error) throw result;
    return result;
  };
  const answer = await answerResource(work as never, asked, failed);
  expect([answer.status, await answer.text()]).toEqual([500, "Unexpected Server Error"]);
  expect(failed).toHaveBeenCalledWith(expect.any(Error), asked);
});
