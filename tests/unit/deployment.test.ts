import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readEnv } from "~/env.server";
import { UPLOAD_LIMIT } from "~/http/upload";
import { inRepository } from "../support/root";

/** The files that nobody runs here still have to agree with the code they run. */

const read = (path: string) => readFileSync(inRepository(path), "utf8");
const DOCKER = read("Dockerfile");
const UNIT = read("deploy/selaras.service");
const NGINX = read("deploy/nginx.conf");
const CADDY = read("deploy/Caddyfile");
const FILES = { Dockerfile: DOCKER, unit: UNIT, nginx: NGINX, caddy: CADDY };

/** Names of settings, as the code reads them. */
const settings = new Set(
  [...read("app/env.server.ts").matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name),
);
/** Those that Node reads itself. */
settings.add("NODE_ENV");

it.each(Object.entries(FILES))("%s names settings that there are", (_name, text) => {
  const assigned = [...text.matchAll(/(?:^ENV |Environment=| )([A-Z][A-Z_]{3,})=/gm)].map(([, name]) => name);
  const told = [...text.matchAll(/\b(BASE_URL|TRUSTED_PROXIES|SESSION_SECRET|SMTP_URL|DATABASE_URL)\b/g)];
  expect(assigned.length + told.length).toBeGreaterThan(0);
  for (const name of [...assigned, ...told.map(([, name]) => name)]) expect(settings).toContain(name);
});

it("the documents name settings that there are", () => {
  for (const file of ["docs/deployment.md", "docs/scaling.md"]) {
    const named = [...read(file).matchAll(/`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`/g)].map(([, name]) => name);
    expect(named.length, file).toBeGreaterThan(0);
    for (const name of named) expect([...settings, "LIBSQL_SERVER"], `${name} in ${file}`).toContain(name);
  }
});

it("all listen and ask where the server answers by default", () => {
  const { PORT } = readEnv({});
  expect(DOCKER).toContain(`PORT=${PORT} `);
  expect(DOCKER).toContain(`EXPOSE ${PORT}`);
  expect(UNIT).toContain(`Environment=PORT=${PORT}`);
  expect(NGINX).toContain(`server 127.0.0.1:${PORT};`);
  expect(CADDY).toContain(`reverse_proxy 127.0.0.1:${PORT} `);
});

it("the probes are those that the server answers", () => {
  const health = read("app/http/health.ts");
  const asked = [...`${DOCKER}${CADDY}`.matchAll(/\/(?:livez|readyz)\b/g)].map(([path]) => path);
  expect(new Set(asked)).toEqual(new Set(["/livez", "/readyz"]));
  for (const path of asked) expect(health).toContain(`"${path}"`);
});

it("the image has a Node that package.json allows, and the newest of its line", () => {
  const wanted = /"node": ">=(\d+)\.\d+"/.exec(read("package.json"))?.[1];
  const images = [...DOCKER.matchAll(/^FROM node:(\d+)-bookworm-slim/gm)].map(([, major]) => major);
  expect(images).toEqual([wanted, wanted]);
});

it("the image is made from the lock file, runs as nobody special and keeps its data outside", () => {
  const final = DOCKER.slice(DOCKER.lastIndexOf("FROM "));
  expect(DOCKER).toContain("RUN npm ci ");
  expect(DOCKER).toContain("npm prune --omit=dev");
  expect(final).toMatch(/^USER node$/m);
  const data = /DATA_DIR=(\S+)/.exec(final)?.[1];
  expect(final).toContain(`VOLUME ${data}\n`);
  expect(read(".dockerignore").split("\n")).toEqual(
    expect.arrayContaining([".git", "node_modules", "data", ".env*"]),
  );
});

it("the image holds everything that the server opens beside its build", () => {
  const final = DOCKER.slice(DOCKER.lastIndexOf("FROM "));
  const opened = ["app/http/services.ts", "app/http/serve.ts", "app/use-cases/seed-sample.ts"].flatMap(
    (file) =>
      [...read(file).matchAll(/join\((?:services\.)?root, "([^"]+)"\)/g)].map(([, path]) => path ?? ""),
  );
  expect(opened).toEqual(expect.arrayContaining(["db/migrations", "rubric/models", "db/replica/worker.mjs"]));
  const copied = [...final.matchAll(/^COPY --from=build (.+) \S+$/gm)].flatMap(([, paths = ""]) =>
    paths.split(" ").map((path) => path.replace("/app/", "")),
  );
  for (const path of opened) {
    expect(
      copied.some((whole) => path === whole || path.startsWith(`${whole}/`)),
      path,
    ).toBe(true);
  }
});

it("the proxies let an upload through that the server takes, and pass event streams on unbuffered", () => {
  const megabytes = UPLOAD_LIMIT / 1024 ** 2;
  expect(Number(/client_max_body_size (\d+)m/.exec(NGINX)?.[1])).toBeGreaterThanOrEqual(megabytes);
  expect(Number(/max_size (\d+)MB/.exec(CADDY)?.[1]) * 1e6).toBeGreaterThanOrEqual(UPLOAD_LIMIT);
  const routes = [...read("app/routes.ts").matchAll(/route\("([^"]+\/events)"/g)].map(
    ([, path = ""]) => path,
  );
  const streams = new RegExp(/location ~ (\S+) \{/.exec(NGINX)?.[1] ?? "^$");
  expect(routes.length).toBeGreaterThan(0);
  for (const path of routes) expect(`/${path.replace(/:\w+/g, "x")}`).toMatch(streams);
  expect(NGINX).toContain("proxy_buffering off;");
  expect(CADDY).toContain("flush_interval -1");
});

it("the proxies write where a request comes from themselves, for TRUSTED_PROXIES to believe", () => {
  expect(NGINX.match(/X-Forwarded-For \$remote_addr;/g)).toHaveLength(
    NGINX.match(/proxy_pass/g)?.length ?? 0,
  );
  // Caddy does so by itself, unless it is told to believe somebody.
  expect(CADDY).not.toMatch(/^\s*(trusted_proxies|header_up .*X-Forwarded-For)/m);
});
