import { type PageAccent, pageAccent } from "./accent";

export type StyledBrand = {
  name: string;
  /** "#rrggbb", or null for Selaras's own. */
  accent: string | null;
  logo: { address: string; width: number; height: number } | null;
};

/** Where the wordmark stands: in the header, as a link or not, and on top of a printed report. */
const MARK = [".wordmark-link", ".site-header-row", ".report-imprint"].map((place) => `${place}>span`);
/** The logo is at most this high, and this wide, in rem. */
const LOGO = { height: 2.25, width: 10 };

const each = (ending: string) => MARK.map((mark) => mark + ending).join(",");

/**
 * What turns the pages of Selaras into those of a workspace: its accent in both themes, and its logo, or else its
 * name, in the place of the wordmark. A stylesheet, so that no page gets any code for it. Those who hear the page are
 * told the name beside "Selaras", with or without a logo.
 */
export function brandStylesheet(brand: StyledBrand): string {
  return [brand.accent ? accentRules(brand.accent) : "", wordmarkRules(brand)].join("");
}

function accentRules(accent: string): string {
  const tokens = (values: PageAccent) =>
    Object.entries(values)
      .map(([name, value]) => `--color-${name}:${value};`)
      .join("");
  const dark = `:root{${tokens(pageAccent(accent, "dark"))}}`;
  return `:root{${tokens(pageAccent(accent, "light"))}}\n@media screen and (prefers-color-scheme:dark){${dark}}\n`;
}

function wordmarkRules({ name, logo }: StyledBrand): string {
  const text = `content:"${cssText(name)}"`;
  const hidden = `${each(">span")}{font-size:0}\n`;
  if (!logo) {
    return `${hidden}${each("")}{gap:.625rem}
${each("::after")}{${text};max-width:min(18rem,30vw);overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:1.125rem;line-height:1.5;font-weight:800;letter-spacing:-.02em}
`;
  }
  const width = Math.min(LOGO.width, (LOGO.height * logo.width) / logo.height);
  return `${hidden}${each(">.mark")}{display:none}
${each("")}{position:relative;gap:0}
${each("::before")}{content:"";width:min(${width.toFixed(3)}rem,30vw);aspect-ratio:${logo.width}/${logo.height};background:url("${logo.address}") center/contain no-repeat;print-color-adjust:exact;-webkit-print-color-adjust:exact}
${each("::after")}{${text};position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media screen and (prefers-color-scheme:dark){${each("::before")}{background-color:#fff;border-radius:.25rem;box-shadow:0 0 0 .25rem #fff}}
`;
}

/** A text between quotation marks in a stylesheet (CSS Syntax 3, 4.3.7). */
function cssText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these would end the text
  return text.replace(/[\\"<>\u0000-\u001f\u007f]/g, (mark) => `\\${mark.charCodeAt(0).toString(16)} `);
}
