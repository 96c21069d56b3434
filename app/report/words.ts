import { formatDate, localDate } from "~/i18n/format";
import { formatList } from "~/i18n/format-number";
import { keptFormat } from "~/i18n/kept-format";
import { languageTag } from "~/i18n/language-tag";
import { m } from "~/i18n/messages";

/** Words that the report page, its prints and its exports say in the same way. */

type Perspective = "expert" | "insider" | "customer" | "other";
type Consensus = "strong" | "moderate" | "split";
type Named = { number: number; name: string };

const PERSPECTIVES: Record<Perspective, () => string> = {
  expert: m.perspective_expert,
  insider: m.perspective_insider,
  customer: m.perspective_customer,
  other: m.perspective_other,
};

export function perspectiveName(perspective: Perspective): string {
  return PERSPECTIVES[perspective]();
}

/** "Expert", or "Customer and expert together"; a group that stands alone is the whole panel. */
export function groupName(perspectives: readonly Perspective[], groups: number): string {
  if (groups === 1) return m.report_voices_panel();
  const names = perspectives.map((one, index) =>
    index === 0 ? perspectiveName(one) : perspectiveName(one).toLowerCase(),
  );
  const [first = ""] = names;
  return names.length === 1 ? first : m.report_voices_merged({ perspectives: formatList(names) });
}

const CONSENSUS: Record<Consensus, () => string> = {
  strong: m.consensus_strong,
  moderate: m.consensus_moderate,
  split: m.consensus_split,
};

export function consensusName(consensus: Consensus): string {
  return CONSENSUS[consensus]();
}

/** "3 Cross-channel"; the words for "no result" where there is no level. */
export function levelLabel(levels: readonly Named[], level: number | null): string {
  if (level === null) return m.level_none();
  const found = levels.find(({ number }) => number === level);
  return found ? `${level} ${found.name}` : String(level);
}

/** The name of a level without its number, for a chip that carries the number already. */
export function nameOfLevel(levels: readonly Named[], level: number | null): string | undefined {
  return levels.find(({ number }) => number === level)?.name;
}

type Edition = { kind: "publication"; number: number; at: Date } | { kind: "live" };

/** "Publication 2, 21 July 2026", or that it is not published. */
export function editionText(edition: Edition): string {
  if (edition.kind === "live") return m.report_edition_live();
  return m.report_edition_number({ number: edition.number, date: formatDate(localDate(edition.at)) });
}

/** A statistic with all its decimals, so that columns line up: "0.70", "−0.13". */
export function formatFixed(value: number, digits = 2): string {
  const tag = languageTag();
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const format = keptFormat(`${tag} fixed ${digits}`, () => new Intl.NumberFormat(tag, options));
  const rounded = Number(value.toFixed(digits));
  // A small negative number is not "−0.00".
  return format.format(rounded === 0 ? 0 : rounded).replace("-", "−");
}
