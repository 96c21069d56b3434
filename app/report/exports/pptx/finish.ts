import { localDate } from "~/i18n/format";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import type { Report } from "~/use-cases/read-report";
import { changeText, pack, unpack } from "../archive";
import type { Brand } from "../brand";
import { ink, levelPair } from "./deck";

type Parts = Record<string, Uint8Array>;

/**
 * What the library leaves: its own name as author in every chart's workbook, the moment, counters that go on from file
 * to file, empty values, notes in one paragraph, and series that all look alike.
 */
export function finish(written: Uint8Array, report: Report, brand: Brand): Uint8Array {
  const moment = momentOf(report);
  const own = (xml: string) => ownProperties(xml, brand, moment);
  const parts = renumbered(unpack(written));
  const done = Object.entries(parts).map(([path, part]): [string, Uint8Array] => {
    if (path.endsWith(".xlsx"))
      return [path, pack(eachText(unpack(part), (_, xml) => noEmptyValues(own(xml))))];
    return [path, part];
  });
  return pack(
    eachText(Object.fromEntries(done), (path, xml) => {
      if (path.startsWith("docProps/")) return own(xml);
      if (path.startsWith("ppt/charts/chart")) return inLanguage(styledSeries(noEmptyValues(xml), report));
      if (path.startsWith("ppt/notesSlides/notes")) return inLanguage(paragraphs(xml));
      return inLanguage(xml);
    }),
  );
}

/** When what is told was known: the publication, else the day the report speaks of. Never the moment of the export. */
function momentOf({ edition, assessment }: Report): string {
  const day = edition.kind === "publication" ? localDate(edition.at) : assessment.asOf;
  return `${day}T00:00:00Z`;
}

function ownProperties(xml: string, { name }: Brand, moment: string): string {
  const brand = name.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return xml
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
    .replace(/(<(dc:creator|cp:lastModifiedBy)>)[^<]*/g, (_, tag: string) => `${tag}${brand}`)
    .replace(/(<Company>)[^<]*/g, (_, tag: string) => `${tag}${brand}`);
}

/** Charts are counted over the life of the process: here from 1 in every file. */
function renumbered(parts: Parts): Parts {
  const numbers = Object.keys(parts).flatMap((path) => /charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? []);
  const first = Math.min(...numbers.map(Number));
  if (numbers.length === 0 || first === 1) return parts;
  const rename = (text: string) =>
    text.replace(
      /(\/chart|Microsoft_Excel_Worksheet)(\d+)(?=\.xml|\.xlsx)/g,
      (_, name: string, number: string) => {
        return `${name}${Number(number) - first + 1}`;
      },
    );
  const renamed = Object.entries(parts).map(([path, part]) => [rename(path), part]);
  return eachText(Object.fromEntries(renamed), (_, xml) => rename(xml));
}

function eachText(parts: Parts, change: (path: string, xml: string) => string): Parts {
  const changed = Object.entries(parts).map(([path, part]) =>
    /\.(xml|rels)$/.test(path) ? [path, changeText(part, (xml) => change(path, xml))] : [path, part],
  );
  return Object.fromEntries(changed);
}

function inLanguage(xml: string): string {
  return xml.replaceAll('lang="en-US"', getLocale() === "en" ? 'lang="en-GB"' : 'lang="id-ID"');
}

/** No result is no value, neither an empty one nor zero. */
function noEmptyValues(xml: string): string {
  return xml
    .replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, "")
    .replace(/<c r="[A-Z]+\d+"><v>(null|undefined)?<\/v><\/c>/g, "");
}

function paragraphs(xml: string): string {
  return xml.replace(
    /<a:p>\s*<a:r>\s*(<a:rPr[^>]*\/>)\s*<a:t>([^<]*)<\/a:t>\s*<\/a:r>/,
    (_, properties: string, text: string) => {
      const runs = text.split("\n").map((line) => `<a:r>${properties}<a:t>${line}</a:t></a:r>`);
      return `<a:p>${runs.join("</a:p><a:p>")}`;
    },
  );
}

/** What was before is dashed, targets are marks without a line, and labels can be read on their bars. */
function styledSeries(xml: string, report: Report): string {
  const levels = report.levels.length;
  const onFill = new Map(
    report.levels.map(({ number }) => Object.values(levelPair(number, levels)) as [string, string]),
  );
  const isBar = xml.includes("<c:barChart>");
  return xml.replace(/<c:ser>.*?<\/c:ser>/gs, (series) => {
    const colour = /<c:spPr>\s*<a:solidFill>\s*<a:srgbClr val="(\w+)"/.exec(series)?.[1] ?? "";
    const label = onFill.get(colour);
    if (isBar) return label ? withLabelColour(series, label) : series;
    // Only bars know what to do with it.
    const line = series.replace(/\s*<c:invertIfNegative val="0"\/>/g, "");
    if (colour === ink("ink-muted"))
      return line.replace('<a:prstDash val="solid"/>', '<a:prstDash val="dash"/>');
    if (colour === ink("ink")) return asDiamonds(line);
    return line;
  });
}

function withLabelColour(series: string, colour: string): string {
  return series.replace(
    /(<a:defRPr[^>]*>\s*<a:solidFill>\s*<a:srgbClr val=")\w+/,
    (_, before: string) => `${before}${colour}`,
  );
}

/** Solid, since hollow ones are left out by some programs. */
function asDiamonds(series: string): string {
  return series
    .replace(/(<c:spPr>.*?)<a:ln w="\d+"[^>]*>.*?<\/a:ln>/s, "$1<a:ln><a:noFill/></a:ln>")
    .replace('<c:symbol val="circle"/>', '<c:symbol val="diamond"/>');
}
