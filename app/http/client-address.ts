import { BlockList, isIP } from "node:net";
import { networkOf } from "#db/network";

/** The proxies whose X-Forwarded-For is believed: addresses and networks such as "10.0.0.0/8". */
export function proxyList(trusted: string[]): BlockList {
  const list = new BlockList();
  for (const entry of trusted) {
    const [address = "", prefix] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/**
 * The address a request really comes from: the connection's, or, where that is a trusted proxy, the nearest address
 * in X-Forwarded-For that is not one of ours. What a client writes there itself stands further left and is not read.
 */
export function clientAddress(connection: string, forwarded: string | null, proxies: BlockList): string {
  const hops = [...(forwarded ?? "").split(",").map((hop) => hop.trim()), connection].map(plain);
  for (let at = hops.length - 1; at > 0; at--) {
    const hop = hops[at] ?? "";
    const next = hops[at - 1] ?? "";
    if (!isTrusted(hop, proxies) || !isIP(next)) return hop;
  }
  return hops[0] ?? "";
}

/** What counts as one client for a limit: an IPv4 address, or an IPv6 network of /64, which one household has. */
export function limitKey(address: string): string {
  return (isIP(address) === 6 && networkOf(address)) || address;
}

function isTrusted(address: string, proxies: BlockList): boolean {
  const version = isIP(address);
  return version !== 0 && proxies.check(address, version === 6 ? "ipv6" : "ipv4");
}

/** IPv4 written as IPv6 ("::ffff:10.0.0.1") is the IPv4 address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
