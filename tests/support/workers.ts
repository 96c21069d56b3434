import { existsSync, readFileSync } from "node:fs";
import type { RunningServer } from "./server";

/** Whether the system lists the processes that one has started. */
export const LINUX = existsSync("/proc/self/task");

/** The processes that a server's first process has started, as Linux lists them. */
export function workersOf(server: RunningServer): number[] {
  const pid = server.pid();
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return listed.trim().split(" ").filter(Boolean).map(Number);
}
