import { size } from "./distribution";

/** With two levels, polarised and uniform are the same distribution, so A needs three. */
export const AGREEMENT_A_LEVELS = 3;

/**
 * Van der Eijk's agreement A of one distribution (2001, doi 10.1023/A:1010374114305): 1 when all are on one
 * level, 0 when all levels are equally full, -1 when half stand at each end. The distribution is peeled into
 * layers, each equally full where it is not empty; A is the mean of U (1 - (S - 1)/(K - 1)) over the layers,
 * weighted by their share of the judgments. Null without judgments or with fewer than three levels.
 */
export function agreementA(counts: readonly number[]): number | null {
  const n = size(counts);
  if (n === 0 || counts.length < AGREEMENT_A_LEVELS) return null;
  let rest = [...counts];
  let weighted = 0;
  while (rest.some((count) => count > 0)) {
    const filled = rest.map((count) => count > 0);
    const height = Math.min(...rest.filter((count) => count > 0));
    const cells = filled.filter(Boolean).length;
    weighted += height * cells * layerAgreement(filled, cells);
    rest = rest.map((count) => (count > 0 ? count - height : 0));
  }
  return weighted / n;
}

function layerAgreement(filled: readonly boolean[], cells: number): number {
  const levels = filled.length;
  return unimodality(filled) * (1 - (cells - 1) / (levels - 1));
}

/**
 * U = ((K - 2) TU - (K - 1) TDU) / ((K - 2)(TU + TDU)): TU counts the ordered triples of levels that are
 * filled, filled, empty or empty, filled, filled; TDU those that are filled, empty, filled. 1 with no such triple.
 */
function unimodality(filled: readonly boolean[]): number {
  const levels = filled.length;
  let single = 0;
  let double = 0;
  for (let a = 0; a < levels; a++) {
    for (let b = a + 1; b < levels; b++) {
      for (let c = b + 1; c < levels; c++) {
        if (filled[b] && filled[a] !== filled[c]) single++;
        if (!filled[b] && filled[a] && filled[c]) double++;
      }
    }
  }
  if (single + double === 0) return 1;
  return ((levels - 2) * single - (levels - 1) * double) / ((levels - 2) * (single + double));
}
