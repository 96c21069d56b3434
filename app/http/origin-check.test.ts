import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./origin-check";

const BASE = "https://selaras.example.com";

const request = (method: string, headers: Record<string, string>, base = BASE) =>
  new Request(`${base}/sign-out`, { method, headers });

describe.each(["POST", "PUT", "PATCH", "DELETE"])("an unsafe request (%s)", (method) => {
  it("is ours with our own Origin", () => {
    expect(isSameOrigin(request(method, { Origin: BASE }), BASE)).toBe(true);
    const fetched = { Origin: BASE, "Sec-Fetch-Site": "same-origin" };
    expect(isSameOrigin(request(method, fetched), BASE)).toBe(true);
  });

  it.each([
    ["without any Origin", {}],
    ["from an opaque origin", { Origin: "null" }],
    ["from another host", { Origin: "https://evil.example" }],
    ["from a subdomain", { Origin: "https://x.selaras.example.com" }],
    ["from a host that begins like ours", { Origin: `${BASE}.evil.example` }],
    ["over another scheme", { Origin: "http://selaras.example.com" }],
    ["from another port", { Origin: `${BASE}:8443` }],
    ["that the browser calls cross-site", { Origin: BASE, "Sec-Fetch-Site": "cross-site" }],
    ["that the browser calls same-site", { Origin: BASE, "Sec-Fetch-Site": "same-site" }],
    ["that no page caused", { Origin: BASE, "Sec-Fetch-Site": "none" }],
    ["that only claims to be same-origin", { "Sec-Fetch-Site": "same-origin" }],
  ])("is not ours %s", (_what, headers: Record<string, string>) => {
    expect(isSameOrigin(request(method, headers), BASE)).toBe(false);
  });
});

it.each(["GET", "HEAD", "OPTIONS"])("lets a safe request (%s) come from anywhere", (method) => {
  expect(isSameOrigin(request(method, { Origin: "https://evil.example" }), BASE)).toBe(true);
});

it("takes the names of one loopback address for the same, but not their ports", () => {
  const base = "http://localhost:3000";
  for (const origin of ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"]) {
    expect(isSameOrigin(request("POST", { Origin: origin }, base), base)).toBe(true);
  }
  expect(isSameOrigin(request("POST", { Origin: "http://127.0.0.1:3001" }, base), base)).toBe(false);
  expect(isSameOrigin(request("POST", { Origin: "http://localhost:3000" }), BASE)).toBe(false);
});
