import { BASE_URL, type SsoSite } from "./sso-site";

/** One browser: it knows the site and the provider, keeps the cookies of each apart, and follows no redirect unasked. */
export class SsoBrowser {
  private readonly jars = new Map<string, Map<string, string>>();

  constructor(private readonly site: SsoSite) {}

  /** Cookies of the site. */
  get cookies(): Map<string, string> {
    return this.jar(BASE_URL);
  }

  get(path: string): Promise<Response> {
    return this.send(new URL(path, BASE_URL));
  }

  post(path: string, fields: Record<string, string>): Promise<Response> {
    const headers = { Origin: BASE_URL, "Sec-Fetch-Site": "same-origin" };
    return this.send(new URL(path, BASE_URL), { method: "POST", body: new URLSearchParams(fields), headers });
  }

  /** Presses the button. Returns the address at the provider. */
  async leave(fields: Record<string, string> = {}): Promise<URL> {
    return locationOf(await this.post("/sso", fields));
  }

  /** Lets the provider do its work. Returns the address at the site to which it sends the browser back. */
  async passProvider(address: URL): Promise<URL> {
    let at = address;
    for (let hops = 0; at.origin !== BASE_URL; hops++) {
      if (hops > 8) throw new Error(`The provider goes in circles: ${at.pathname}`);
      at = locationOf(await this.send(at), at);
    }
    return at;
  }

  /** The whole way from the button to the site's answer. */
  async signIn(fields: Record<string, string> = {}): Promise<Response> {
    return this.send(await this.passProvider(await this.leave(fields)));
  }

  async send(url: URL, init: RequestInit = {}): Promise<Response> {
    const jar = this.jar(url.origin);
    const request = new Request(url, { ...init, redirect: "manual" });
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    if (cookies) request.headers.set("Cookie", cookies);
    const own = url.origin === BASE_URL;
    const response = own ? await this.site.app(request, { address: "192.0.2.7" }) : await fetch(request);
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/;\s*max-age=0|;\s*expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  private jar(origin: string): Map<string, string> {
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }
}

export function locationOf(response: Response, base: URL | string = BASE_URL): URL {
  const location = response.headers.get("Location");
  if (!location) throw new Error(`Status ${response.status} sends the browser nowhere`);
  return new URL(location, base);
}
