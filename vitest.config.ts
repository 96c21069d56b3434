import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const alias = { "~": here("./app"), "#db": here("./db"), "#rubric": here("./rubric") };

export default defineConfig({
  resolve: { alias },
  // The pages' production build and the tests share one React: development's JSX runtime would miss there.
  esbuild: { jsx: "automatic", jsxDev: false },
  test: {
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
    ],
  },
});
