import { listPeers, type PeerGroup } from "#db/benchmark";
import { type Benchmark, benchmark, MINIMUM_PEERS } from "#rubric/scoring/benchmark";
import type { Locale } from "~/i18n/locale";
import { requireCompany } from "./companies";
import type { ScopedContext } from "./context";
import { readStanding } from "./read-standing";

export type { PeerGroup };

export type BenchmarkRow = Benchmark & {
  key: string;
  name: string;
  /** The company's own level. */
  own: number | null;
};

export type CompanyBenchmark = {
  group: PeerGroup;
  /** Companies in the group, and how many there must be. */
  peers: number;
  minimum: number;
  assessment: { id: string; title: string; asOf: string };
  levels: { number: number; name: string }[];
  functions: BenchmarkRow[];
  typical: Benchmark & { own: number | null };
};

/**
 * A company's latest published levels against those of the other companies of the workspace that were measured by the
 * same rubric and version. Only numbers over at least `minimum` companies leave here, never a name: people of a
 * company may read it. Null while nothing of the company is published. @throws Refusal "not-found"
 */
export function readBenchmark(
  context: ScopedContext,
  companyId: string,
  { group, locale }: { group: PeerGroup; locale: Locale },
): CompanyBenchmark | null {
  const company = requireCompany(context, companyId);
  const standing = readStanding(context, companyId);
  if (!standing) return null;
  const { rubric, assessment, levels, typical } = standing;
  const peers = listPeers(context.db, {
    ...{ workspaceId: company.workspaceId, companyId, group },
    rubric: { key: rubric.key, version: rubric.version },
  });
  // Below the minimum a function's own count would still tell of single companies.
  const enough = peers.length >= MINIMUM_PEERS ? peers : [];
  const top = rubric.levels.length;
  return {
    ...{ group, peers: peers.length, minimum: MINIMUM_PEERS, assessment },
    levels: rubric.levels.map(({ name }, index) => ({ number: index + 1, name: name[locale] })),
    functions: rubric.functions.map(({ key, name }) => ({
      ...{ key, name: name[locale], own: levels[key] ?? null },
      ...benchmark(
        enough.map((peer) => peer.levels[key] ?? null),
        top,
      ),
    })),
    typical: {
      own: typical,
      ...benchmark(
        enough.map((peer) => peer.typical),
        top,
      ),
    },
  };
}
