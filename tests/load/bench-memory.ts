import { readFileSync } from "node:fs";

/** Resident memory in megabytes of the processes below one, the workers; of itself where it has none. Empty off Linux. */
export function memoryOf(pid: number | undefined): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(/\s+/)
      .filter(Boolean);
    return (children.length > 0 ? children : [String(pid)]).map(residentOf);
  } catch {
    return [];
  }
}

function residentOf(pid: string): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
