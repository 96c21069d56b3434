import { JACKKNIFE_COVERAGE, JACKKNIFE_RATERS } from "../jackknife";
import { type Definition, percent, same } from "./definition";

const coverage = percent(JACKKNIFE_COVERAGE);

/** Agreement of the whole panel over all functions. */
export const AGREEMENT_DEFINITIONS = {
  krippendorff: {
    name: { id: "Alfa Krippendorff", en: "Krippendorff's alpha" },
    formula: same(
      "α = 1 − Dₒ/Dₑ;  δ²_ck = (Σ_{g=c..k} n_g − (n_c + n_k)/2)² (ordinal), (c − k)² (interval), 1 (nominal)",
    ),
    sources: [
      { text: "Hayes & Krippendorff 2007", doi: "10.1080/19312450709336664" },
      { text: "Krippendorff 2011, Computing Krippendorff's Alpha-Reliability" },
    ],
    reading: {
      id: "1 berarti sepakat penuh, 0 berarti tidak lebih baik daripada kebetulan, dibandingkan dengan perbedaan antarfungsi.",
      en: "1 means full agreement, 0 no better than chance, measured against the differences between functions.",
    },
    limits: {
      id: "Bila hampir semua fungsi mendapat tingkat yang sama, alfa dapat rendah walaupun panel sepakat; karena itu selalu dibaca bersama AC2. Tanpa keragaman sama sekali alfa tidak terdefinisi.",
      en: "Where nearly all functions get the same level alpha can be low although the panel agrees; so it is always read beside AC2. With no variation at all it is undefined.",
    },
  },
  ac1: {
    name: { id: "AC1 Gwet", en: "Gwet's AC1" },
    formula: same("AC1 = (pₐ − pₑ)/(1 − pₑ);  pₑ = Σ πₖ(1 − πₖ)/(q − 1)"),
    sources: [
      { text: "Gwet 2008", doi: "10.1348/000711006X126600" },
      { text: "Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed." },
    ],
    reading: {
      id: "Kesepakatan pada tingkat yang persis sama, dikurangi yang terjadi karena kebetulan.",
      en: "Agreement on exactly the same level, less what chance would give.",
    },
    limits: {
      id: "Nominal: selisih satu tingkat dihitung sama buruknya dengan selisih empat.",
      en: "Nominal: one level apart counts as badly as four.",
    },
  },
  ac2: {
    name: { id: "AC2 Gwet", en: "Gwet's AC2" },
    formula: same(
      "AC2 = (pₐ − pₑ)/(1 − pₑ);  pₑ = T_w/(q(q − 1)) · Σ πₖ(1 − πₖ);  w = 1 − C(d+1,2)/C(q,2) (ordinal), 1 − d/(q−1) (linear), 1 − d²/(q−1)² (quadratic)",
    ),
    sources: [
      { text: "Gwet 2008", doi: "10.1348/000711006X126600" },
      { text: "Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed." },
    ],
    reading: {
      id: "Seberapa dekat jawaban para penilai satu sama lain, dikurangi yang terjadi karena kebetulan; 1 berarti sama persis.",
      en: "How near the assessors' answers are to one another, less what chance would give; 1 means identical.",
    },
    limits: {
      id: "Kategorinya selalu semua tingkat rubrik. Panel yang sepakat tentang segalanya mendapat nilai tinggi walaupun tidak membedakan fungsi.",
      en: "The categories are always all levels of the rubric. A panel that agrees on everything scores high even if it tells no function from another.",
    },
  },
  fleissKappa: {
    name: { id: "Kappa Fleiss", en: "Fleiss' kappa" },
    formula: same("κ = (pₐ − Σ πₖ²)/(1 − Σ πₖ²)"),
    sources: [
      { text: "Fleiss 1971", doi: "10.1037/h0031619" },
      { text: "Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed. (missing values)" },
    ],
    reading: {
      id: "Kesepakatan nominal untuk dibandingkan dengan penelitian lain.",
      en: "Nominal agreement, for comparison with other studies.",
    },
    limits: {
      id: "Mengabaikan urutan tingkat dan turun tajam bila satu tingkat mendominasi; bukan angka utama.",
      en: "It ignores the order of levels and drops sharply when one level dominates; not a headline figure.",
    },
  },
  kendallW: {
    name: { id: "W Kendall", en: "Kendall's W" },
    formula: same("W = 12 S / (m²(n³ − n) − m ΣT);  χ² = m(n − 1)W,  df = n − 1"),
    sources: [{ text: "Kendall & Babington Smith 1939", doi: "10.1214/aoms/1177732186" }],
    reading: {
      id: "1 berarti semua penilai mengurutkan fungsi dengan cara yang sama, 0 berarti tidak ada urutan bersama.",
      en: "1 means all assessors rank the functions the same way, 0 that they share no ranking.",
    },
    limits: {
      id: "Hanya fungsi yang dinilai oleh semua penilai. Melihat urutan, bukan tingkatnya; nilai p adalah pendekatan yang kasar pada panel kecil.",
      en: "Only functions that all assessors rated. It sees the ranking, not the level; its p is a rough approximation in small panels.",
    },
  },
  jackknife: {
    name: { id: "Selang jackknife atas penilai", en: "Jackknife interval over assessors" },
    formula: same(`θ ± t_{m−1} · √((m − 1)/m · Σ (θ₍₋ᵢ₎ − θ̄)²),  ${coverage.en}, m ≥ ${JACKKNIFE_RATERS}`),
    sources: [
      { text: "Tukey 1958, Annals of Mathematical Statistics 29, 614" },
      { text: "Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 11" },
    ],
    reading: {
      id: "Seberapa jauh koefisien dapat bergeser bila penilai lain dari jenis yang sama yang dipilih.",
      en: "How far the coefficient could move had other assessors of the same kind been chosen.",
    },
    limits: {
      id: `Perlu sedikitnya ${JACKKNIFE_RATERS} penilai dan bersifat pendekatan. Tidak diberikan bila koefisien tidak berubah siapa pun yang dikeluarkan.`,
      en: `Needs at least ${JACKKNIFE_RATERS} assessors and is approximate. Not given when the coefficient is the same whoever is left out.`,
    },
  },
} satisfies Record<string, Definition>;
