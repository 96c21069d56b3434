import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { FONT_FAMILY, fontFile } from "../fonts";

const FONTS = [fontFile(400), fontFile(600), fontFile(700)];

let ready: Promise<void> | undefined;

/** The renderer is loaded once, with the first picture. */
function loaded(): Promise<void> {
  ready ??= readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")).then(
    initWasm,
  );
  return ready;
}

/** A picture of an SVG at 1, 2 or more times its size, as PNG. */
export async function pngOf(svg: string, scale: number): Promise<Uint8Array> {
  await loaded();
  const drawing = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { fontBuffers: FONTS, defaultFontFamily: FONT_FAMILY, sansSerifFamily: FONT_FAMILY },
  });
  try {
    const picture = drawing.render();
    try {
      return picture.asPng();
    } finally {
      picture.free();
    }
  } finally {
    drawing.free();
  }
}
