import { expect, it } from "vitest";
import { fileType } from "./file-type";

it("names the encoding of every text file, and a type for the icon", () => {
  expect(fileType("/assets/entry.client-B2x.js")).toBe("text/javascript; charset=utf-8");
  expect(fileType("/assets/app-C1.css")).toBe("text/css; charset=utf-8");
  expect(fileType("/favicon.svg")).toBe("image/svg+xml; charset=utf-8");
  expect(fileType("/favicon.ico")).toBe("image/x-icon");
});

it("leaves others to the file server", () => {
  for (const path of ["/icon-192.png", "/assets/font.woff2", "/assets/x", "/toString"]) {
    expect(fileType(path)).toBeUndefined();
  }
});
