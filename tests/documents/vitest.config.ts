import { defineConfig, mergeConfig } from "vitest/config";
import base from "../../vitest.config";
import { inRepository } from "../support/root";

/** Apart from `npm test`, because these tests need programs that a machine rarely has: npm run test:documents. */
const { projects: _, ...test } = base.test ?? {};
export default mergeConfig(
  { ...base, test },
  defineConfig({
    root: inRepository(""),
    test: {
      include: ["tests/documents/**/*.test.ts"],
      env: { NODE_ENV: "production" },
      server: { deps: { external: [/\/build\/server\//] } },
      testTimeout: 180_000,
    },
  }),
);
