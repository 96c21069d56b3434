import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { hasLibsqlServer } from "./scripts/libsql-server.mjs";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const alias = { "~": here("./app"), "#db": here("./db"), "#rubric": here("./rubric") };

export default defineConfig({
  resolve: { alias },
  // The pages' production build and the tests share one React: development's JSX runtime would miss there.
  esbuild: { jsx: "automatic", jsxDev: false },
  test: {
    // Test files keep what they need to themselves; loading every module anew for each took most of the time.
    isolate: false,
    testTimeout: 30_000,
    // Some tests first look at every page as everybody.
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{app,db,rubric,scripts}/**/*.test.{ts,tsx}", "tests/unit/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "routes",
          include: ["tests/routes/**/*.test.ts"],
          // React and Remix run as they do in production, and the build is loaded as it is.
          env: { NODE_ENV: "production" },
          server: { deps: { external: [/\/build\/server\//] } },
        },
      },
      // Several machines over a real libSQL server, which there is for Linux on x64 only (docs/scaling.md).
      ...(hasLibsqlServer
        ? [
            {
              extends: true as const,
              test: {
                name: "machines",
                include: ["tests/machines/**/*.test.ts"],
                // libSQL prints every try that fails, and some of these tests are about that.
                env: { RUST_LOG: "off" },
              },
            },
          ]
        : []),
      {
        extends: true,
        test: {
          name: "durability",
          include: ["tests/durability/**/*.test.ts"],
          provide: {
            kills: Number(process.env.KILLS ?? 20),
            // Printed with the result: SEED=<that> kills at the same moments again, as far as a machine repeats them.
            seed: Number(process.env.SEED ?? Date.now() % 1_000_000),
          },
        },
      },
    ],
  },
});
