import { AGREEMENT_A_LEVELS } from "../agreement-a";
import { AD_CUTOFF_DIVISOR, averageDeviationCutoff } from "../average-deviation";
import { CONSENSUS_FROM, MODERATE_DISTANCE, STRONG_SHARE } from "../consensus";
import { QUARTILES_FROM } from "../distribution";
import { INTERVAL_COVERAGE } from "../interval";
import { DEFAULT_QUORUM } from "../panel";
import { STABLE_BELOW } from "../rounds";
import { type Definition, decimal, percent, same } from "./definition";

const strong = percent(STRONG_SHARE);
const stable = percent(STABLE_BELOW);
const coverage = percent(INTERVAL_COVERAGE);
const fiveLevelCutoff = decimal(Math.round(averageDeviationCutoff(5) * 100) / 100);

/** From the judgments on one function to its level, and how far they lie apart. */
export const LEVEL_DEFINITIONS = {
  level: {
    name: { id: "Tingkat fungsi (median bawah)", en: "Function level (lower median)" },
    formula: same("L = max { k : #{x ≥ k} > n / 2 }"),
    sources: [
      { text: "Liddell & Kruschke 2018", doi: "10.1016/j.jesp.2018.08.009" },
      { text: "Clemen & Winkler 1999" },
      { text: "Hanea et al. 2021", doi: "10.1371/journal.pone.0256919" },
    ],
    reading: {
      id: "Lebih dari separuh panel menempatkan fungsi ini pada tingkat tersebut atau di atasnya.",
      en: "More than half of the panel places this function at this level or above.",
    },
    limits: {
      id: "Tingkat adalah urutan, bukan jarak: selisih antara tingkat 1 dan 2 tidak harus sama dengan selisih antara 4 dan 5. Semua penilai berbobot sama.",
      en: "Levels are an order, not distances: the step from 1 to 2 need not equal the step from 4 to 5. All assessors weigh the same.",
    },
  },
  split: {
    name: { id: "Terbelah", en: "Split" },
    formula: same("x[n/2] ≠ x[n/2 + 1]"),
    sources: [],
    reading: {
      id: "Panel terbagi rata antara dua tingkat; yang lebih rendah dilaporkan.",
      en: "The panel divides evenly between two levels; the lower one is reported.",
    },
    limits: {
      id: "Hanya dapat terjadi pada jumlah penilaian yang genap.",
      en: "It can only happen with an even number of judgments.",
    },
  },
  quorum: {
    name: { id: "Kuorum", en: "Quorum" },
    formula: { id: `n ≥ kuorum (bawaan ${DEFAULT_QUORUM})`, en: `n ≥ quorum (default ${DEFAULT_QUORUM})` },
    sources: [],
    reading: {
      id: "Di bawah kuorum, fungsi tidak memiliki hasil; ini bukan tingkat 1 dan bukan pula ketiadaan konsensus.",
      en: "Below the quorum a function has no result, which is neither level 1 nor a lack of consensus.",
    },
    limits: {
      id: "Kuorum adalah aturan penilaian ini, bukan jaminan ketelitian.",
      en: "A quorum is a rule of the assessment, not a warrant of precision.",
    },
  },
  mean: {
    name: { id: "Rata-rata (angka tren)", en: "Mean (trend figure)" },
    formula: same("x̄ = Σ x / n"),
    sources: [{ text: "Liddell & Kruschke 2018", doi: "10.1016/j.jesp.2018.08.009" }],
    reading: {
      id: "Angka desimal untuk melihat arah dari waktu ke waktu, bukan tingkat.",
      en: "A decimal figure to watch a direction over time, not a level.",
    },
    limits: {
      id: "Rata-rata kode ordinal dapat menyesatkan karena menganggap semua jarak antartingkat sama.",
      en: "The mean of ordinal codes can mislead, because it takes all distances between levels as equal.",
    },
  },
  consensus: {
    name: { id: "Kelas konsensus", en: "Consensus class" },
    formula: {
      id: `kuat: ≥ ${strong.id} pada satu tingkat; sedang: tidak seorang pun lebih dari ${MODERATE_DISTANCE} tingkat dari median (dari keduanya bila terbelah); terbelah: selain itu; n ≥ ${CONSENSUS_FROM}`,
      en: `strong: ≥ ${strong.en} on one level; moderate: nobody more than ${MODERATE_DISTANCE} level from the median (from both when split); split: everything else; n ≥ ${CONSENSUS_FROM}`,
    },
    sources: [{ text: "Diamond et al. 2014", doi: "10.1016/j.jclinepi.2013.12.002" }],
    reading: {
      id: "Menunjukkan apakah panel sepakat, berdekatan, atau terbelah tentang fungsi ini.",
      en: "Says whether the panel agrees, is close together or is divided on this function.",
    },
    limits: {
      id: "Ambangnya adalah kesepakatan yang ditetapkan sebelum data masuk; konsensus bukan bukti kebenaran.",
      en: "The threshold is a convention fixed before data come in; consensus is no proof of being right.",
    },
  },
  stopRule: {
    name: { id: "Aturan berhenti antarputaran", en: "Stop rule between rounds" },
    formula: {
      id: `berhenti bila kelas konsensus yang disepakati tercapai, atau berpindah / dijawab lagi < ${stable.id}; dijawab lagi ≥ kuorum`,
      en: `stop when the agreed consensus class is reached, or moved / answered again < ${stable.en}; answered again ≥ quorum`,
    },
    sources: [
      { text: "Scheibe, Skutsch & Schofer 1975, in Linstone & Turoff, The Delphi Method, 262-287" },
      { text: "Diamond et al. 2014", doi: "10.1016/j.jclinepi.2013.12.002" },
    ],
    reading: {
      id: "Menunjukkan apakah menilai sekali lagi masih dapat mengubah sesuatu.",
      en: "Says whether judging once more can still change anything.",
    },
    limits: {
      id: "Sumbernya membandingkan histogram; di sini setiap jawaban diikuti, sehingga dua yang bertukar tempat dihitung sebagai dua perpindahan: aturan ini tidak pernah lebih longgar. Stabil tidak berarti sepakat.",
      en: "The source compares histograms; here every judgment is followed, so two that change places are two moves: the rule is never laxer. Stable does not mean agreed.",
    },
  },
  shareOnMode: {
    name: { id: "Bagian pada satu tingkat", en: "Share on one level" },
    formula: same("max pₖ"),
    sources: [{ text: "Diamond et al. 2014", doi: "10.1016/j.jclinepi.2013.12.002" }],
    reading: {
      id: "Bagian terbesar dari penilaian yang jatuh pada satu tingkat yang sama.",
      en: "The largest part of the judgments that fall on one and the same level.",
    },
    limits: {
      id: "Tidak melihat seberapa jauh penilaian lainnya.",
      en: "It does not see how far off the other judgments are.",
    },
  },
  spread: {
    name: { id: "Sebaran", en: "Spread" },
    formula: {
      id: `n < ${QUARTILES_FROM}: [terendah, tertinggi]; selain itu [Q1, Q3], kuantil tipe 7 (linear)`,
      en: `n < ${QUARTILES_FROM}: [lowest, highest]; otherwise [Q1, Q3], quantiles of type 7 (linear)`,
    },
    sources: [{ text: "Hyndman & Fan 1996", doi: "10.1080/00031305.1996.10473566" }],
    reading: {
      id: "Rentang tempat penilaian, atau separuh tengahnya, berada.",
      en: "The range in which the judgments, or the middle half of them, lie.",
    },
    limits: {
      id: "Pada panel kecil satu orang saja dapat mengubahnya.",
      en: "In a small panel a single person can change it.",
    },
  },
  agreementA: {
    name: { id: "Kesepakatan A (van der Eijk)", en: "Agreement A (van der Eijk)" },
    formula: same("A = Σ wᵢ Uᵢ (1 − (Sᵢ − 1)/(K − 1)),  U = ((K−2)TU − (K−1)TDU) / ((K−2)(TU+TDU))"),
    sources: [{ text: "van der Eijk 2001", doi: "10.1023/A:1010374114305" }],
    reading: {
      id: "1 berarti semua pada satu tingkat, 0 berarti tersebar merata, −1 berarti terbelah di kedua ujung.",
      en: "1 means all on one level, 0 spread evenly over all, −1 divided between the two ends.",
    },
    limits: {
      id: `Perlu sedikitnya ${AGREEMENT_A_LEVELS} tingkat; pada panel kecil nilainya berubah dalam lompatan besar.`,
      en: `Needs at least ${AGREEMENT_A_LEVELS} levels; in a small panel it moves in large steps.`,
    },
  },
  tastleWierman: {
    name: { id: "Konsensus Tastle–Wierman", en: "Tastle–Wierman consensus" },
    formula: same("Cns = 1 + Σ pₖ log₂(1 − |k − x̄| / (K − 1))"),
    sources: [{ text: "Tastle & Wierman 2007", doi: "10.1016/j.ijar.2006.06.024" }],
    reading: {
      id: "1 berarti semua sama, 0 berarti separuh di masing-masing ujung.",
      en: "1 means all the same, 0 half at each end.",
    },
    limits: {
      id: "Memakai rata-rata, jadi menganggap jarak antartingkat sama.",
      en: "It uses the mean, so it takes the levels as evenly spaced.",
    },
  },
  averageDeviation: {
    name: { id: "Simpangan rata-rata dari median", en: "Average deviation about the median" },
    formula: same(`AD = Σ |x − m| / n;  AD ≤ c / ${AD_CUTOFF_DIVISOR}`),
    sources: [{ text: "Burke & Dunlap 2002", doi: "10.1177/1094428102005002002" }],
    reading: {
      id: "Rata-rata berapa tingkat seorang penilai berada dari median.",
      en: "How many levels an assessor is from the median, on average.",
    },
    limits: {
      id: `Batas jumlah tingkat dibagi ${AD_CUTOFF_DIVISOR} (${fiveLevelCutoff.id} untuk lima tingkat) adalah pedoman praktis, bukan uji.`,
      en: `The cutoff of the number of levels over ${AD_CUTOFF_DIVISOR} (${fiveLevelCutoff.en} for five) is a rule of thumb, not a test.`,
    },
  },
  interval: {
    name: { id: "Selang median", en: "Interval of the median" },
    formula: {
      id: `[x₍ᵣ₎, x₍ₙ₊₁₋ᵣ₎], cakupan 1 − 2 Σ_{i<r} C(n,i)/2ⁿ; yang tersempit dengan cakupan ≥ ${coverage.id}, jika tidak ada [min, maks]`,
      en: `[x₍ᵣ₎, x₍ₙ₊₁₋ᵣ₎], coverage 1 − 2 Σ_{i<r} C(n,i)/2ⁿ; the narrowest with coverage ≥ ${coverage.en}, else [min, max]`,
    },
    sources: [{ text: "David & Nagaraja 2003, Order Statistics", doi: "10.1002/0471722162" }],
    reading: {
      id: "Bila panel sejenis dibentuk berulang kali, selang seperti ini memuat median semua pakar sejenis dalam bagian yang tertulis.",
      en: "Were such panels drawn again and again, an interval like this would hold the median of all such experts in the share printed.",
    },
    limits: {
      id: `Selang ${coverage.id} untuk median tidak ada di bawah enam penilai. Selang ini hanya berbicara tentang pemilihan pakar, bukan tentang bias yang sama-sama mereka miliki.`,
      en: `No ${coverage.en} interval of the median exists below six assessors. It speaks of the sampling of experts only, not of a bias that all of them share.`,
    },
  },
} satisfies Record<string, Definition>;
