import { expect, it } from "vitest";
import { ownPath } from "./redirects";

it.each(["/", "/companies", "/companies/1?tab=panel#links", "/a/b%20c", "/sign-in?next=%2Fcompanies"])(
  "goes to our own page %s",
  (path) => {
    expect(ownPath(path, "/fallback")).toBe(path);
  },
);

it.each([
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/%5Cevil.example",
  "/%5cevil.example",
  "%5C%5Cevil.example",
  "/%2Fevil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/%09/evil.example",
  "https://evil.example",
  "https:evil.example",
  "HTTPS:/evil.example",
  "foo:bar",
  "javascript:alert(1)",
  "data:text/html,x",
  "evil.example",
  "companies",
  "",
  " /companies",
  "/%E0%A4%A",
  `/${"x".repeat(2000)}`,
])("does not follow %j", (wanted) => {
  expect(ownPath(wanted, "/fallback")).toBe("/fallback");
});

it.each([undefined, null, 7, ["/companies"], {}])("does not follow %j, which is no text", (wanted) => {
  expect(ownPath(wanted, "/fallback")).toBe("/fallback");
});

it("never leaves the host, as a browser resolves what it lets through", () => {
  const tricks = ["/", "//", "/\\", "/.//", "/..//", "/%2e%2e//", "/@", "/;//", "/?//", "/#//"];
  const origins = tricks.map((trick) => {
    const path = ownPath(`${trick}evil.example`, "/");
    return new URL(path, "https://selaras.example.com").origin;
  });
  expect(new Set(origins)).toEqual(new Set(["https://selaras.example.com"]));
});
