import { isIP } from "node:net";

/**
 * The network an address is in: /24 for IPv4, /64 for IPv6, in CIDR notation ("192.0.2.0/24", "2001:db8:0:1::/64").
 * It tells an office or a household from another, and no single device. Null for what is no address.
 */
export function networkOf(address: string): string | null {
  const version = isIP(address);
  if (version === 4) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  if (version !== 6) return null;
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const left = groupsOf(head);
  const right = groupsOf(tail ?? "");
  const zeros = tail === undefined ? [] : new Array<string>(8 - left.length - right.length).fill("0");
  const network = [...left, ...zeros, ...right].slice(0, 4);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

/** The 16-bit groups of one half of an IPv6 address; an IPv4 address at its end is two of them. */
function groupsOf(half: string): string[] {
  return half === "" ? [] : half.split(":").flatMap((group) => (group.includes(".") ? ["0", "0"] : [group]));
}
