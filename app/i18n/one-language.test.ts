import { expect, it } from "vitest";
import { importMap, preloadAlone } from "./one-language";

const core = "/assets/entry.client-CuQX_-8r.js";
const questionnaire = "/assets/questionnaire-BX1.js";
const manifest = {
  entry: { module: core, imports: ["/assets/other-1.js"] },
  routes: { a: { module: "/assets/route-1.js", imports: [core, questionnaire] }, b: undefined },
};

it("leads every import of a shared file to the one that speaks the page's language alone", () => {
  expect(JSON.parse(importMap(manifest, "en") ?? "")).toEqual({
    imports: {
      [core]: "/assets/entry.client-CuQX_-8r.en.js",
      [questionnaire]: "/assets/questionnaire-BX1.en.js",
    },
  });
});

it("maps nothing where there are no such files", () => {
  const module = "/app/entry.client.tsx";
  expect(importMap({ entry: { module, imports: [] }, routes: {} }, "id")).toBeNull();
});

it("preloads what will be imported, and leaves other files alone", () => {
  const link = (file: string) => `<link rel="modulepreload" href="${file}"/>`;
  expect(preloadAlone(link(core) + link("/assets/route-1.js"), "id")).toBe(
    link("/assets/entry.client-CuQX_-8r.id.js") + link("/assets/route-1.js"),
  );
});
