import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import type { EvidenceKind } from "~/use-cases/evidence";

const KINDS: Record<EvidenceKind, () => string> = {
  observation: () => m.evidence_kind_observation(),
  interview: () => m.evidence_kind_interview(),
  document: () => m.evidence_kind_document(),
  data: () => m.evidence_kind_data(),
};

export const kindWord = (kind: EvidenceKind) => KINDS[kind]();

const KILOBYTE = 1024;

/** The size of a file: "340 kB", "2,4 MB". */
export function formatSize(bytes: number): string {
  const kilobytes = bytes / KILOBYTE;
  if (kilobytes < KILOBYTE) return `${formatNumber(Math.max(1, Math.round(kilobytes)), 0)} kB`;
  return `${formatNumber(kilobytes / KILOBYTE, 1)} MB`;
}
