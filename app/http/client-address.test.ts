import { expect, test } from "vitest";
import { clientAddress, limitKey, proxyList } from "./client-address";

const proxies = proxyList(["10.0.0.1", "192.168.0.0/16", "fd00::/8"]);

test("without a trusted proxy, X-Forwarded-For is not read", () => {
  expect(clientAddress("203.0.113.9", "1.2.3.4", proxies)).toBe("203.0.113.9");
  expect(clientAddress("10.0.0.1", "1.2.3.4", proxyList([]))).toBe("10.0.0.1");
});

test("behind trusted proxies, the nearest foreign address counts and what the client wrote itself does not", () => {
  expect(clientAddress("10.0.0.1", "6.6.6.6, 203.0.113.9", proxies)).toBe("203.0.113.9");
  expect(clientAddress("::ffff:10.0.0.1", "6.6.6.6, 203.0.113.9, 192.168.7.7", proxies)).toBe("203.0.113.9");
  expect(clientAddress("fd00::1", "2001:db8::5", proxies)).toBe("2001:db8::5");
});

test("a proxy that says nothing readable is itself the client", () => {
  expect(clientAddress("10.0.0.1", null, proxies)).toBe("10.0.0.1");
  expect(clientAddress("10.0.0.1", "unknown, ;drop", proxies)).toBe("10.0.0.1");
});

test("an IPv6 client is its /64 network, an IPv4 client its address", () => {
  expect(limitKey("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(limitKey("2001:db8:1:2::9")).toBe("2001:db8:1:2::/64");
  expect(limitKey("2001:0db8::1")).toBe("2001:db8:0:0::/64");
  expect(limitKey("::1")).toBe("0:0:0:0::/64");
  expect(limitKey("203.0.113.9")).toBe("203.0.113.9");
});
