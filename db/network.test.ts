import { expect, it } from "vitest";
import { networkOf } from "./network";

it.each([
  ["192.0.2.77", "192.0.2.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001::5", "2001:db8:1:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["2001:db8::", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["64:ff9b::203.0.113.9", "64:ff9b:0:0::/64"],
  ["1::2:3:4:5:203.0.113.9", "1:0:2:3::/64"],
])("keeps of %s only the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it("keeps nothing of what is no address", () => {
  for (const text of ["", "unknown", "192.0.2", "192.0.2.1:80", "=cmd()"]) expect(networkOf(text)).toBeNull();
});
