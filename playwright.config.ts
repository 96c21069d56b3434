import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/browser.mjs";
import type { SiteOptions } from "./tests/support/site";

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const desktop = { viewport: { width: 1280, height: 900 } };
const journey = /journey\.test\.ts$/;
/** What only a phone with a touch screen can show. */
const onPhones = /assess-(touch|states)\.test\.ts$/;

/** Every test file starts the production build for itself (tests/support/site.ts); build first: npm run build. */
export default defineConfig<SiteOptions>({
  testDir: "tests/e2e",
  outputDir: "test-results",
  forbidOnly: true,
  workers: 2,
  timeout: 90_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: { ...desktop, language: "en" }, testIgnore: onPhones },
    {
      name: "phone",
      use: { ...phone, language: "id" },
      testMatch: [journey, /accessibility\.test\.ts$/, onPhones],
      // The colours are the same on every width.
      grepInvert: /dark colours/,
    },
    { name: "nojs", use: { ...phone, language: "id", javaScriptEnabled: false }, testMatch: journey },
    { name: "nojs-en", use: { ...desktop, language: "en", javaScriptEnabled: false }, testMatch: journey },
  ],
});
