import { createApp } from "~/http/handler";
import type { TestApp } from "./app";
import { readBuild } from "./build";

/** Where a request comes from: the connection's address, and what its headers claim. */
export type From = { address: string; headers?: Record<string, string> };

/**
 * The door of an app for forms that come from anywhere, not only from the one address of its browsers. `proxies` are
 * the networks whose X-Forwarded-For is believed.
 */
export async function openDoor(app: TestApp, proxies: string[] = []) {
  const services = { ...app.services, env: { ...app.services.env, TRUSTED_PROXIES: proxies } };
  const handle = createApp({ services, build: await readBuild() });
  return (path: string, fields: Record<string, string>, { address, headers }: From) => {
    const body = new URLSearchParams(fields);
    const Origin = new URL(services.env.BASE_URL).origin;
    const request = new Request(app.url(path), { method: "POST", body, headers: { Origin, ...headers } });
    return handle(request, { address });
  };
}
