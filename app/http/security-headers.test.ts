import { expect, it } from "vitest";
import { securityHeaders, staticHeaders } from "./security-headers";

const page = (https: boolean) => securityHeaders({ nonce: "n", https, pathname: "/", development: false });

it("asks for https for a year and below the host, on pages and files alike, where the site has it", () => {
  for (const headers of [page(true), staticHeaders(true)]) {
    expect(headers["Strict-Transport-Security"]).toBe("max-age=31536000; includeSubDomains");
  }
  for (const headers of [page(false), staticHeaders(false)]) {
    expect(headers).not.toHaveProperty("Strict-Transport-Security");
  }
});

it("lets a file opened by itself load and run nothing, in no frame and as no other type", () => {
  expect(staticHeaders(true)).toMatchObject({
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
  });
});
