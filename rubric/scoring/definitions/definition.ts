/** A text in both languages of the product. */
export type Localized = { id: string; en: string };

/** Where a formula comes from; `doi` without "https://doi.org/". */
export type Source = { text: string; doi?: string };

/** What the method page prints about one statistic; `reading` is one plain sentence. */
export type Definition = {
  name: Localized;
  formula: Localized;
  sources: Source[];
  reading: Localized;
  limits: Localized;
};

/** A formula that reads the same in every language. */
export function same(formula: string): Localized {
  return { id: formula, en: formula };
}

/** A share as a percentage, 0.75 -> "75%", with a decimal comma in Indonesian. */
export function percent(share: number): Localized {
  return localNumber(Math.round(share * 1000) / 10, "%");
}

/** A number with a decimal comma in Indonesian, 0.05 -> "0,05". */
export function decimal(value: number): Localized {
  return localNumber(value, "");
}

/** A whole number with thousands marked, 100000 -> "100.000" and "100,000". */
export function whole(value: number): Localized {
  const en = String(value).replace(/\B(?=(\d{3})+$)/g, ",");
  return { id: en.replaceAll(",", "."), en };
}

function localNumber(value: number, unit: string): Localized {
  const en = `${value}${unit}`;
  return { id: en.replace(".", ","), en };
}
