/** The cookies of one browser. */
export class CookieJar {
  private readonly cookies = new Map<string, string>();

  /** Keeps one Set-Cookie line as a browser would. */
  take(line: string): void {
    const [pair = "", ...attributes] = line.split(";");
    const name = pair.slice(0, pair.indexOf("=")).trim();
    const over = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute));
    if (over) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(pair.indexOf("=") + 1));
  }

  takeFrom(response: Response): void {
    for (const line of response.headers.getSetCookie()) this.take(line);
  }

  get(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** The value of the Cookie header; empty without any. */
  header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}
