import type { RoundView } from "./round-feedback.server";
import "./round-feedback.css";

/** In a round after the first: where the panel stood, and what the assessor said. */
export function RoundFeedbackBlock({ round }: { round: RoundView | null }) {
  if (!round) return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by React on the server, which escapes every text
  return <section className="round-feedback" dangerouslySetInnerHTML={{ __html: round.html }} />;
}

/** After the label of the reason, as soon as another level than before is chosen. */
export function WhyChanged({ round }: { round: RoundView | null }) {
  if (!round?.reason) return null;
  return <span className={`why-changed why-changed-${round.earlier}`}>. {round.reason.label}</span>;
}
