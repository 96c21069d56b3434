import { hex } from "./colours";

/** Whose name and colours a file carries. */
export type Brand = {
  name: string;
  /** Instead of the mark of Selaras; the drawn form for what can draw, else the picture. */
  logo: null | { svg?: string; png?: Uint8Array };
  /** "#rrggbb", dark enough to be read on white. */
  accent: string;
};

/** The brand of whoever has set none. */
export const defaultBrand: Brand = { name: "Selaras", logo: null, accent: hex("accent") };

/** A workspace's brand with the colour of Selaras where it has none of its own. */
export function fileBrand({ accent, ...brand }: Omit<Brand, "accent"> & { accent: string | null }): Brand {
  return { ...brand, accent: accent ?? defaultBrand.accent };
}
