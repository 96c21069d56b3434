import { renderToStaticMarkup as html } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DistributionBar } from "./distribution-bar";
import type { FigureFunction } from "./figure-data";
import { HeatMapFigure } from "./heat-map-figure";
import { LadderFigure } from "./ladder-figure";
import { RadarFigure } from "./radar-figure";

const levels = ["Awal", "Tumbuh", "Mapan", "Unggul"].map((name) => ({ name }));
const functions: FigureFunction[] = [
  { key: "a", name: "Definisi", level: 3, previous: 2, target: 4, distribution: [0, 1, 3, 1], n: 5 },
  { key: "b", name: "Teknologi", level: 2, previous: null, target: 2, distribution: [1, 4, 0, 0], n: 5 },
  { key: "c", name: "Anggaran", level: null, previous: 1, target: 3, distribution: [1, 1, 0, 0], n: 2 },
];
const given = { title: "Profil", description: "Tiga fungsi.", functions, levels };
const series = { current: "Kini", previous: "Dahulu", target: "Sasaran" };

const figures: [string, string][] = [
  ["radar", html(<RadarFigure {...given} series={series} />)],
  [
    "radar of two functions",
    html(<RadarFigure {...given} functions={functions.slice(0, 2)} series={series} />),
  ],
  ["heat map", html(<HeatMapFigure {...given} />)],
  ["ladder", html(<LadderFigure {...given} series={series} />)],
  ["distribution bar", html(<DistributionBar {...given} distribution={[0, 1, 3, 1]} />)],
];

describe.each(figures)("the %s", (_, markup) => {
  it("is an image with a name and a description", () => {
    for (const [, ids = ""] of markup.matchAll(/<svg role="img" aria-labelledby="([^"]+)"/g)) {
      const [title, description] = ids.split(" ");
      expect(markup).toContain(`<title id="${title}">Profil</title>`);
      expect(markup).toContain(`<desc id="${description}">Tiga fungsi.</desc>`);
    }
    expect(markup).toContain('role="img"');
  });

  it("has no inline style, which the content policy forbids", () => {
    expect(markup).not.toMatch(/ style=|<style/);
  });

  it("has no coordinate that is not a number", () => {
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("gives every element that has an id one of its own", () => {
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("the data table of a figure", () => {
  it("has every function with its level, and says where there is no result", () => {
    const [, radar = ""] = figures[0] ?? [];
    const table = radar.slice(radar.indexOf("<table"));
    for (const { name } of functions) expect(table).toContain(`>${name}</th>`);
    expect(table).toContain("Mapan");
    expect(table).toContain("Belum ada hasil");
  });

  it("has the counts of every level beside a heat map", () => {
    const table = html(<HeatMapFigure {...given} table="open" />).replace(/^.*<tbody>/s, "");
    const rows = table.split("</tr>").slice(0, functions.length);
    expect(
      rows.map((row) => [...row.matchAll(/class="num">(\d+)</g)].map((match) => Number(match[1]))),
    ).toEqual(functions.map((item) => [...item.distribution, item.n]));
  });

  it("is left out where the page has the same table already", () => {
    expect(html(<LadderFigure {...given} series={series} table="none" />)).not.toContain("<table");
  });
});

describe("a series without a name", () => {
  it("is neither drawn nor tabulated", () => {
    const markup = html(<LadderFigure {...given} series={{ current: "Kini" }} />);
    expect(markup).not.toMatch(/fig-ghost|fig-target/);
  });
});
