import { CONFIDENCE_RANGE } from "../panel";
import { CONSENSUS_FACTOR } from "../recommendations";
import { NEUTRAL_CONFIDENCE } from "../sensitivity";
import { DIFFERENCE_FROM, TRIANGULATION_MINIMUM } from "../triangulation";
import { type Definition, decimal } from "./definition";

const factor = {
  strong: decimal(CONSENSUS_FACTOR.strong),
  moderate: decimal(CONSENSUS_FACTOR.moderate),
  split: decimal(CONSENSUS_FACTOR.split),
};

/** From the functions to the overall, and what the overall hangs on. */
export const OVERALL_DEFINITIONS = {
  typical: {
    name: { id: "Tingkat umum", en: "Typical level" },
    formula: {
      id: "max { k : Σ wᵢ [Lᵢ ≥ k] > ½ Σ wᵢ }, atas fungsi yang memiliki hasil",
      en: "max { k : Σ wᵢ [Lᵢ ≥ k] > ½ Σ wᵢ }, over the functions with a result",
    },
    sources: [],
    reading: {
      id: "Lebih dari separuh fungsi (menurut bobotnya) berada pada tingkat ini atau di atasnya.",
      en: "More than half of the functions (by weight) stand at this level or above.",
    },
    limits: {
      id: "Bacalah profil fungsi lebih dahulu: tingkat umum tidak memperlihatkan fungsi yang tertinggal.",
      en: "Read the profile of functions first: the typical level does not show a function that lags behind.",
    },
  },
  attained: {
    name: { id: "Tahap yang tercapai penuh", en: "Fully attained stage" },
    formula: { id: "min Lᵢ", en: "min Lᵢ" },
    sources: [
      { text: "CMMI Product Team 2010, CMMI for Development 1.3 (staged representation)" },
      { text: "ISACA 2018, COBIT 2019 Framework" },
    ],
    reading: {
      id: "Setiap fungsi telah mencapai tahap ini; fungsi yang disebut adalah yang menahannya.",
      en: "Every function has reached this stage; the functions named are those that hold it there.",
    },
    limits: {
      id: "Selama ada fungsi tanpa hasil, tahap ini tidak dapat dinyatakan, kecuali sudah ada fungsi pada tingkat 1. Bobot fungsi tidak berpengaruh.",
      en: "While a function has no result it cannot be stated, unless another one already stands at level 1. Function weights play no part.",
    },
  },
  meanIndex: {
    name: { id: "Indeks rata-rata", en: "Mean index" },
    formula: { id: "Σ wᵢ Lᵢ / Σ wᵢ", en: "Σ wᵢ Lᵢ / Σ wᵢ" },
    sources: [{ text: "Liddell & Kruschke 2018", doi: "10.1016/j.jesp.2018.08.009" }],
    reading: {
      id: "Rata-rata berbobot dari tingkat fungsi, dengan satu desimal, sebagai angka tren.",
      en: "The weighted mean of the function levels, with one decimal, as a trend figure.",
    },
    limits: {
      id: "Menganggap jarak antartingkat sama; jangan dibaca sebagai tingkat.",
      en: "It takes the levels as evenly spaced; it is not to be read as a level.",
    },
  },
  leaveOneOut: {
    name: { id: "Tanpa satu penilai", en: "Leave one assessor out" },
    formula: { id: "L₍₋ᵢ₎ ≠ L", en: "L₍₋ᵢ₎ ≠ L" },
    sources: [],
    reading: {
      id: "Menunjukkan apakah ada tingkat yang bergantung pada satu orang saja.",
      en: "Shows whether any level hangs on one person alone.",
    },
    limits: {
      id: "Kuorum tidak diterapkan lagi setelah satu penilai dikeluarkan; yang ditanyakan hanyalah pendapat yang lain.",
      en: "The quorum is not applied again once one is left out; the question is only what the others say.",
    },
  },
  weights: {
    name: { id: "Kepekaan terhadap bobot", en: "Sensitivity to weights" },
    formula: {
      id: `median bawah berbobot; keyakinan ${CONFIDENCE_RANGE.least}–${CONFIDENCE_RANGE.most}, tanpa keterangan = ${NEUTRAL_CONFIDENCE}`,
      en: `weighted lower median; confidence ${CONFIDENCE_RANGE.least}–${CONFIDENCE_RANGE.most}, not stated = ${NEUTRAL_CONFIDENCE}`,
    },
    sources: [
      { text: "Clemen & Winkler 1999" },
      { text: "Hanea et al. 2021", doi: "10.1371/journal.pone.0256919" },
    ],
    reading: {
      id: "Menunjukkan apakah tingkat akan berubah bila penilai dibobot menurut keahlian atau keyakinannya.",
      en: "Shows whether a level would change if assessors weighed by expertise or by confidence.",
    },
    limits: {
      id: "Hanya pemeriksaan: hasil utama selalu memakai bobot yang sama.",
      en: "A check only: the headline always weighs everybody the same.",
    },
  },
  triangulation: {
    name: { id: "Triangulasi sumber", en: "Source triangulation" },
    formula: {
      id: `max L_g − min L_g ≥ ${DIFFERENCE_FROM} atas kelompok g dengan sedikitnya ${TRIANGULATION_MINIMUM} penilaian (bawaan)`,
      en: `max L_g − min L_g ≥ ${DIFFERENCE_FROM} over groups g of at least ${TRIANGULATION_MINIMUM} judgments (default)`,
    },
    sources: [{ text: "Denzin 1978, The Research Act" }],
    reading: {
      id: "Menunjukkan fungsi yang dilihat berbeda oleh pakar, orang dalam, dan pelanggan.",
      en: "Shows the functions that experts, insiders and customers see differently.",
    },
    limits: {
      id: "Kelompok yang terlalu kecil tidak ditampilkan agar jawaban perorangan tidak terbaca; perbedaan satu tingkat pada kelompok kecil dapat terjadi kebetulan.",
      en: "Groups too small are not shown, so that no single answer can be read; one level apart can be chance in small groups.",
    },
  },
  calibration: {
    name: { id: "Kalibrasi terhadap indikator", en: "Calibration against indicators" },
    formula: {
      id: "indikator bertingkat ≤ L yang dijawab penilai yang sama “tidak terpenuhi”",
      en: "indicators of level ≤ L that the same assessor answers “not met”",
    },
    sources: [],
    reading: {
      id: "Menunjukkan penilaian yang tidak didukung oleh jawaban indikator penilai itu sendiri.",
      en: "Points out ratings that the assessor's own indicator answers do not support.",
    },
    limits: {
      id: "Penilaian tidak pernah diubah; indikator yang tidak dijawab tidak diperiksa.",
      en: "A rating is never changed; indicators without an answer are not checked.",
    },
  },
  recommendation: {
    name: { id: "Urutan rekomendasi", en: "Ranking of recommendations" },
    formula: {
      id: `(target − L) × bobot × faktor konsensus (kuat ${factor.strong.id}; sedang ${factor.moderate.id}; terbelah ${factor.split.id})`,
      en: `(target − L) × weight × consensus factor (strong ${factor.strong.en}; moderate ${factor.moderate.en}; split ${factor.split.en})`,
    },
    sources: [],
    reading: {
      id: "Indikator tingkat berikutnya yang belum terpenuhi, yang paling mendesak lebih dahulu.",
      en: "The indicators of the next level that are not yet met, the most pressing first.",
    },
    limits: {
      id: "Tanpa target, tingkat tertinggi menjadi target. Faktor konsensus adalah pilihan metode ini, bukan hasil pengukuran.",
      en: "Without a target the highest level is taken. The consensus factor is a choice of this method, not a measurement.",
    },
  },
} satisfies Record<string, Definition>;
