import { readFileSync } from "node:fs";
import { platform } from "node:os";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aBigAssessment } from "../support/big-report";
import { lookInside } from "../support/inside";
import { type RunningServer, startServer } from "../support/server";

const MEGABYTE = 1024 * 1024;
const FILES = [
  ...["report.pdf", "report.xlsx", "report.pptx", "export.csv", "export.json", "bundle.json"],
  ...["figures/heat-map.svg", "figures/heat-map.png?scale=2"],
];

let server: RunningServer;
beforeAll(async () => {
  // The heap may not simply grow because the machine has room.
  server = await startServer({ NODE_OPTIONS: "--max-old-space-size=256" });
});
afterAll(async () => {
  await server.stop();
});

/** The most memory that the process has ever held, in bytes; null where the system does not tell. */
function peakMemory(): number | null {
  if (platform() !== "linux") return null;
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid()}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}

it("writes the report of fifty assessors in every form within 512 MB", { timeout: 180_000 }, async () => {
  const inside = lookInside(server);
  const assessmentId = aBigAssessment(inside);
  const reader = await inside.signIn("consultant");
  inside.close();
  for (const path of ["report", ...FILES]) {
    const response = await fetch(`${server.url}/assessments/${assessmentId}/${path}`, {
      headers: { Cookie: reader.jar.header() },
    });
    expect(response.status, path).toBe(200);
    expect((await response.arrayBuffer()).byteLength, path).toBeGreaterThan(1000);
    const peak = peakMemory();
    if (peak !== null) expect(peak / MEGABYTE, `peak after ${path}`).toBeLessThan(512);
  }
});
