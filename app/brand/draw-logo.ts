import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { LogoRefused } from "./logo-fault";
import { plainSvg } from "./plain-svg";
import { isPng, pngPixels } from "./png-pixels";

/** The largest file taken, in bytes. */
export const LARGEST_LOGO = 1024 * 1024;
/** A logo is drawn to fit into this, in pixels: sharp where it is used, on paper and on a wall. */
const BOX = { width: 1200, height: 400 };
/** A logo draws in a blink; whatever takes longer is made to. */
const TIMEOUT = 5000;

export type DrawnLogo = { png: Buffer; width: number; height: number };

/**
 * Draws a logo anew from what was sent (PNG or SVG, by its name and its first bytes together), so that nothing but
 * pixels is kept of it. @throws LogoRefused
 */
export async function drawLogo(
  sent: { name: string; bytes: Uint8Array },
  timeout = TIMEOUT,
): Promise<DrawnLogo> {
  const bytes = Buffer.from(sent.bytes.buffer, sent.bytes.byteOffset, sent.bytes.byteLength);
  if (bytes.length === 0) throw new LogoRefused("empty");
  if (bytes.length > LARGEST_LOGO) throw new LogoRefused("too-large");
  const ending = /[^.]\.(png|svg)$/i.exec(sent.name)?.[1]?.toLowerCase();
  if (!ending) throw new LogoRefused("ending");
  if (ending === "svg") return draw({ svg: plainSvg(bytes), enlarge: true }, timeout);
  if (!isPng(bytes)) throw new LogoRefused("content");
  return draw({ svg: pictureOf(pngPixels(bytes)), enlarge: false }, timeout);
}

function pictureOf({ png, width, height }: DrawnLogo): string {
  const size = `width="${width}" height="${height}"`;
  const image = `<image ${size} href="data:image/png;base64,${png.toString("base64")}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${image}</svg>`;
}

/**
 * Drawing happens in a thread of its own, which is ended when it takes too long: the renderer cannot be interrupted,
 * and nobody else should wait for it.
 */
const DRAWING = `
const { parentPort, workerData: { svg, enlarge, box, library, binary } } = require("node:worker_threads");
const { initWasm, Resvg } = require(library);
initWasm(require("node:fs").readFileSync(binary)).then(() => {
  const { width, height } = new Resvg(svg);
  const fit = Math.min(box.width / width, box.height / height);
  const scale = enlarge ? fit : Math.min(1, fit);
  const target = Math.max(1, Math.round(width * scale));
  const wide = height * scale >= 1 && Number.isFinite(scale);
  if (!wide) return parentPort.postMessage({ fault: "dimensions" });
  const drawn = new Resvg(svg, { fitTo: { mode: "width", value: target } }).render();
  const seen = drawn.pixels.some((value, index) => index % 4 === 3 && value > 0);
  if (!seen) return parentPort.postMessage({ fault: "nothing" });
  parentPort.postMessage({ png: drawn.asPng(), width: drawn.width, height: drawn.height });
});
`;

type Answer = { fault: "dimensions" | "nothing" } | { png: Uint8Array; width: number; height: number };

function draw(given: { svg: string; enlarge: boolean }, timeout: number): Promise<DrawnLogo> {
  const { resolve: find } = createRequire(import.meta.url);
  const library = find("@resvg/resvg-wasm");
  const binary = find("@resvg/resvg-wasm/index_bg.wasm");
  const worker = new Worker(DRAWING, {
    eval: true,
    workerData: { ...given, box: BOX, library, binary },
    resourceLimits: { maxOldGenerationSizeMb: 64 },
    // What a broken drawing says goes nowhere.
    stderr: true,
    stdout: true,
  });
  return new Promise<DrawnLogo>((resolve, reject) => {
    const timer = setTimeout(() => reject(new LogoRefused("complex")), timeout);
    worker.once("message", (answer: Answer) => {
      if ("fault" in answer) reject(new LogoRefused(answer.fault));
      else resolve({ ...answer, png: Buffer.from(answer.png) });
      clearTimeout(timer);
    });
    worker.once("error", () => reject(new LogoRefused("content")));
    worker.once("exit", () => {
      clearTimeout(timer);
      reject(new LogoRefused("content"));
    });
  }).finally(() => worker.terminate());
}
