import { PAIRING_FROM, SIGNIFICANCE } from "../change-test";
import { enumerates } from "../mann-whitney";
import { MONTE_CARLO_PERMUTATIONS } from "../permutations";
import { EXACT_PAIRS } from "../signed-rank";
import { type Definition, decimal, same, whole } from "./definition";

const significance = decimal(SIGNIFICANCE);
const largestPanel = largestEnumerated();
const permutations = whole(MONTE_CARLO_PERMUTATIONS);

/** Change between two assessments. */
export const CHANGE_DEFINITIONS = {
  signedRank: {
    name: { id: "Uji peringkat bertanda (berpasangan)", en: "Signed-rank test (paired)" },
    formula: {
      id: "T = min(W₊, W₋); p = 2 min(P(W ≥ W₊), P(W ≥ W₋)) atas semua 2ⁿ pola tanda; nol diperingkat lalu dikeluarkan (Pratt)",
      en: "T = min(W₊, W₋); p = 2 min(P(W ≥ W₊), P(W ≥ W₋)) over all 2ⁿ sign patterns; zeros ranked, then left out (Pratt)",
    },
    sources: [
      { text: "Wilcoxon 1945", doi: "10.2307/3001968" },
      { text: "Pratt 1959", doi: "10.1080/01621459.1959.10501526" },
    ],
    reading: {
      id: "Seberapa sering pergeseran sebesar ini muncul bila setiap orang sama mungkinnya naik atau turun.",
      en: "How often a shift this large would come up if everybody were as likely to move up as down.",
    },
    limits: {
      id: `Dipakai bila sedikitnya ${PAIRING_FROM} penilai yang sama ada pada kedua penilaian. Mengurutkan besarnya perubahan, jadi menganggap dua tingkat lebih besar daripada satu di mana pun.`,
      en: `Used when at least ${PAIRING_FROM} of the same assessors are in both. It ranks the sizes of the changes, so it takes two levels as more than one wherever they are.`,
    },
  },
  mannWhitney: {
    name: {
      id: "Uji permutasi Mann–Whitney (panel berbeda)",
      en: "Permutation Mann–Whitney test (different panels)",
    },
    formula: same("p = P(|R − E R| ≥ |r − E R|),  E R = m(N + 1)/2"),
    sources: [{ text: "Mann & Whitney 1947", doi: "10.1214/aoms/1177730491" }],
    reading: {
      id: "Seberapa sering perbedaan sebesar ini muncul bila orang-orang yang sama dibagi secara acak ke dalam kedua panel.",
      en: "How often a difference this large would come up if the same people were dealt to the two panels at random.",
    },
    limits: {
      id: "Menganggap kedua panel saling bebas; panel yang memilih orang lain dapat berbeda tanpa perusahaan berubah.",
      en: "It takes the panels as independent; a panel of other people can differ without the company having changed.",
    },
  },
  superiority: {
    name: { id: "Peluang keunggulan dan delta Cliff", en: "Probability of superiority and Cliff's delta" },
    formula: same("A = P(Y > X) + P(Y = X)/2;  δ = 2A − 1"),
    sources: [
      { text: "Vargha & Delaney 2000", doi: "10.3102/10769986025002101" },
      { text: "Cliff 1993", doi: "10.1037/0033-2909.114.3.494" },
    ],
    reading: {
      id: "Peluang bahwa penilaian sesudahnya lebih tinggi daripada sebelumnya; 50% berarti tidak ada arah.",
      en: "The chance that a later judgment is above an earlier one; 50% means no direction.",
    },
    limits: {
      id: "Pada uji berpasangan dihitung atas pasangan (bagian yang naik ditambah separuh yang tetap), selain itu atas semua kombinasi; keduanya tidak dapat dibandingkan.",
      en: "In a paired test it is over the pairs (the share that rose plus half of those that stayed), otherwise over all combinations; the two do not compare.",
    },
  },
  holm: {
    name: { id: "Koreksi Holm", en: "Holm's correction" },
    formula: same(`p̃₍ᵢ₎ = max_{j ≤ i} min(1, (m − j + 1) p₍ⱼ₎);  p̃ ≤ ${SIGNIFICANCE}`),
    sources: [{ text: "Holm 1979, Scandinavian Journal of Statistics 6, 65–70" }],
    reading: {
      id: `Perubahan dianggap nyata bila p terkoreksi paling besar ${significance.id}, sebab banyak fungsi diuji sekaligus.`,
      en: `A change is told from noise when the corrected p is at most ${significance.en}, because many functions are tested at once.`,
    },
    limits: {
      id: "Makin banyak fungsi yang diuji, makin besar panel yang diperlukan.",
      en: "The more functions are tested, the larger a panel it takes.",
    },
  },
  smallestReachableP: {
    name: { id: "p terkecil yang dapat dicapai", en: "Smallest reachable p" },
    formula: { id: "berpasangan 2/2ⁿ; berbeda 2/C(m + n, n)", en: "paired 2/2ⁿ; different 2/C(m + n, n)" },
    sources: [],
    reading: {
      id: `Bila sesudah koreksi masih di atas ${significance.id}, panel terlalu kecil untuk membedakan perubahan dari kebetulan; itu tidak sama dengan tidak ada perubahan.`,
      en: `Where it is above ${significance.en} after correction, the panel is too small to tell a change from noise, which is not the same as no change.`,
    },
    limits: {
      id: "Hanya dari ukuran panel; jawaban yang seri membuat p yang dapat dicapai lebih besar lagi.",
      en: "From the sizes of the panels alone; tied answers make the reachable p larger still.",
    },
  },
  monteCarlo: {
    name: { id: "Permutasi acak", en: "Random permutations" },
    formula: same("p = (b + 1)/(B + 1)"),
    sources: [
      { text: "Phipson & Smyth 2010", doi: "10.2202/1544-6115.1585" },
      { text: "Blackman & Vigna 2021", doi: "10.1145/3460772" },
    ],
    reading: {
      id: `Untuk panel besar p diperkirakan dari ${permutations.id} permutasi acak dengan benih tetap, dan angkanya ditandai.`,
      en: `For large panels p is estimated from ${permutations.en} random permutations with a fixed seed, and the figure says so.`,
    },
    limits: {
      id: `Semua pola dihitung satu per satu sampai ${EXACT_PAIRS} pasangan; untuk panel berbeda sampai ${largestPanel} lawan ${largestPanel} penilaian.`,
      en: `Every pattern is counted up to ${EXACT_PAIRS} pairs; for different panels up to ${largestPanel} against ${largestPanel} judgments.`,
    },
  },
} satisfies Record<string, Definition>;

function largestEnumerated(): number {
  let size = 1;
  while (enumerates(size + 1, size + 1)) size++;
  return size;
}
