import type { RequestArgs } from "~/http/context";
import type { FormState } from "~/http/form";
import { m } from "~/i18n/messages";
import { formatSize } from "~/report/evidence-words";
import { Refusal } from "~/use-cases/errors";
import { ENDINGS, type FileFault, LARGEST_FILE } from "~/use-cases/evidence-file-type";
import { FileRefused } from "~/use-cases/write-evidence";

const FAULTS: Record<FileFault, () => string> = {
  empty: () => m.evidence_fault_empty(),
  "too-large": () => m.evidence_fault_too_large({ size: formatSize(LARGEST_FILE) }),
  name: () => m.evidence_fault_name(),
  ending: () => m.evidence_fault_ending({ kinds: fileKinds() }),
  content: () => m.evidence_fault_content(),
  text: () => m.evidence_fault_text(),
};

export const faultMessage = (fault: FileFault) => FAULTS[fault]();

/** The kinds of file that are taken, as people call them. */
export const fileKinds = () => ENDINGS.map((ending) => ending.slice(1).toUpperCase()).join(", ");

/** What to say of a refusal, and with which status; null for what is none, or none of ours. */
export function refusalErrors(
  { context }: RequestArgs,
  error: unknown,
): { errors: FormState["errors"]; status: number } | null {
  if (error instanceof FileRefused) {
    return { errors: { file: [faultMessage(error.fault)] }, status: error.fault === "too-large" ? 413 : 400 };
  }
  if (!(error instanceof Refusal)) return null;
  switch (error.reason) {
    case "quota":
      return { errors: { file: [m.evidence_quota({ left: leftOver(error) })] }, status: 400 };
    case "not-stored":
      context.services.log.error({ code: error.detail.code }, "a file of evidence could not be stored");
      return { errors: { file: [m.evidence_not_stored()] }, status: 507 };
    case "wrong-state":
    case "already-submitted":
    case "in-workshop":
    case "nothing-to-ask":
    case "unknown-function":
      return { errors: { "": [m.evidence_closed()] }, status: 409 };
    default:
      return null;
  }
}

const leftOver = ({ detail }: Refusal) => formatSize(Number(detail.left));
