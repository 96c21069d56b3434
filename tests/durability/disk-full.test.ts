import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { m } from "~/i18n/messages";
import { anOpenAssessment, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import { startServer } from "../support/server";
import { faultsIn } from "./verify-store";

/** Whether this user may mount a small disk; elsewhere tests/routes/store-faults.test.ts stands in by a quota. */
const MAY_MOUNT = (() => {
  const folder = mkdtempSync(join(tmpdir(), "selaras-mount-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]).status === 0;
  if (mounted) spawnSync("umount", [folder]);
  rmSync(folder, { recursive: true });
  return mounted;
})();

/** A disk of a few megabytes, with a way to fill it to the last byte but `free` and to empty it again. */
function smallDisk() {
  const folder = mkdtempSync(join(tmpdir(), "selaras-small-"));
  spawnSync("mount", ["-t", "tmpfs", "-o", "size=12m,mode=700", "tmpfs", folder]);
  onTestFinished(() => {
    spawnSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true });
  });
  const filler = join(folder, "filler");
  return {
    dataDir: join(folder, "data"),
    fill(free = 0) {
      const { bavail, bsize } = statfsSync(folder);
      const handle = openSync(filler, "a");
      for (let left = bavail * bsize - free; left > 0; left -= 4096) writeSync(handle, Buffer.alloc(4096));
      closeSync(handle);
    },
    empty: () => rmSync(filler),
  };
}

it.runIf(MAY_MOUNT)(
  "a disk that is full loses nothing that is typed, and all goes on once there is room",
  async () => {
    const disk = smallDisk();
    const server = await startServer({ LOG_LEVEL: "error", DATA_DIR: disk.dataDir });
    onTestFinished(async () => void (await server.stop()));
    const inside = lookInside({ ...server, dataDir: disk.dataDir });
    const { assessmentId, members, rubric } = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC });
    const { jar } = await inside.sitDown(assessmentId, members[0] ?? "");
    inside.close();
    const [fn] = rubric.functions;
    const page = `${server.url}/assess/functions/${fn?.key}`;
    const headers = { Origin: server.url, Cookie: `${jar.header()}; lang=id` };
    // The log is reused from its beginning now and then; a long text needs new pages each time.
    const typed = (count: number) => `${count}: ${"Terlihat di toko… ".repeat(200)}`.slice(0, 3900);
    const save = async (count: number) => {
      const body = new URLSearchParams({ level: "3", confidence: "2", rationale: typed(count) });
      const response = await fetch(page, { method: "POST", redirect: "manual", headers, body });
      return { status: response.status, body: await response.text() };
    };
    expect((await save(0)).status).toBe(302);

    disk.fill();
    let count = 1;
    let answer = await save(count);
    // What the log has room for is still taken, and is safe.
    while (answer.status === 302 && count < 500) answer = await save(++count);
    expect(answer.status).toBe(507);
    expect(answer.body).toContain(typed(count).slice(0, 100));
    expect(answer.body).toContain(m.fault_form_full({}, { locale: "id" }));
    expect((await fetch(page, { headers, redirect: "manual" })).status).toBe(200);
    expect((await fetch(`${server.url}/livez`)).status).toBe(200);

    disk.empty();
    disk.fill(200_000);
    const form = new FormData();
    for (const [name, value] of Object.entries({
      kind: "document",
      note: "Pedoman merek",
      [`for-${fn?.key}`]: "on",
    }))
      form.set(name, value);
    form.set("file", new File([`%PDF-1.4\n${"x".repeat(1_000_000)}\n%%EOF\n`], "laporan.pdf"));
    const upload = await fetch(`${page}/evidence/new`, {
      method: "POST",
      redirect: "manual",
      headers,
      body: form,
    });
    expect(upload.status).toBe(507);
    expect(await upload.text()).toContain("Pedoman merek");
    const evidence = join(disk.dataDir, "evidence");
    expect(existsSync(evidence) ? readdirSync(evidence) : []).toEqual([]);

    disk.empty();
    expect((await save(count)).status).toBe(302);
    expect(faultsIn(disk.dataDir, [])).toEqual([]);
  },
  90_000,
);
