import { describe, expect, it, vi } from "vitest";
import { m } from "~/i18n/messages";
import { ofSize, sampleReport } from "../test-reports";
import { AT, asUtf16, madeOf, plainText } from "./test-pdf";

const LOCALES = ["id", "en"] as const;

vi.setConfig({ testTimeout: 60_000 });

describe.each(LOCALES)("the PDF of a report in %s", (locale) => {
  const { report, secrets } = sampleReport(locale);
  const made = once(() => madeOf(report, locale));

  it("says every chapter and every function, and numbers its pages", async () => {
    const { pages } = await made();
    const all = pages.join(" ");
    for (const { name, definition, descriptor } of report.functions) {
      for (const text of [name, definition, descriptor ?? ""]) expect(all).toContain(text);
    }
    for (const { text } of report.recommendations.items) expect(all).toContain(text);
    for (const text of [report.judgmentsHash, report.rubric.hash]) expect(all).toContain(text);
    expect(all).toContain(m.report_triangulation_title({}, { locale }));
    expect(pages.length).toBeGreaterThan(10);
    pages.forEach((page, index) => {
      expect(page).toContain(`${index + 1} / ${pages.length}`);
    });
  });

  it("is told what it is: title, language, and when it was made; nothing of who made it", async () => {
    const { pdf, info } = await made();
    expect(info.Title).toContain(report.company.name);
    expect(info.Language).toBe(locale === "id" ? "id-ID" : "en-GB");
    expect(info.CreationDate).toBe("D:20260703020000Z");
    expect([info.Creator, info.Producer, info.Author]).toEqual(["Selaras", "Selaras", "Selaras"]);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  it("leads from its contents to the page on which each function begins", async () => {
    const { pdf, pages } = await made();
    const contents = pages.find((page) => page.includes(m.report_contents({}, { locale }))) ?? "";
    const targets = await pdf.getDestinations();
    for (const { key, name } of report.functions) {
      const [ref] = (targets as Record<string, [Parameters<typeof pdf.getPageIndex>[0]]>)[`fn-${key}`] ?? [];
      const page = ref ? await pdf.getPageIndex(ref) : -1;
      expect(pages[page]).toContain(name);
      expect(contents).toContain(`${name} ${page + 1}`);
    }
  });

  it("gives nobody's name or address away, neither in its pages nor in its objects", async () => {
    const named = {
      ...report,
      sensitivity: { ...report.sensitivity, named: [namedChange(secrets[0]?.name)] },
    };
    const { bytes, pages } = await madeOf(named, locale, { compress: false });
    const places = [plainText(bytes), pages.join(" ")];
    expect(secrets.length).toBeGreaterThan(8);
    for (const secret of secrets.flatMap(({ name, email }) => [name, email])) {
      for (const place of places) {
        expect(place).not.toContain(secret);
        expect(place).not.toContain(asUtf16(secret));
      }
    }
    // The search would find a name: that of a function stands in the outline.
    expect(places[0]).toContain(`(${report.functions[0]?.name})`);
    expect(places[1]).toContain(report.functions[0]?.name);
  });

  it("says on every page whether it is published", async () => {
    const mark = m.report_live_title({}, { locale });
    const live = await made();
    expect(live.pages.every((page) => page.includes(mark))).toBe(true);
    const published = await madeOf(sampleReport(locale, "published").report, locale);
    expect(published.pages.some((page) => page.includes(mark))).toBe(false);
    expect(published.pages.at(-1)).toContain(m.report_sign_company({}, { locale }));
    // It bears the moment of its publication, whenever it is made.
    expect(published.info.CreationDate).not.toContain("20260703");
  });
});

describe("the bytes of the PDF", () => {
  const { report } = sampleReport("en");
  const made = once(() => madeOf(report, "en"));

  it("are the same for the same report, and others at another moment", async () => {
    const [one, two] = [await made(), await madeOf(report, "en")];
    expect(one.bytes.equals(two.bytes)).toBe(true);
    const later = await madeOf(report, "en", { at: new Date(AT.getTime() + 60_000) });
    expect(later.bytes.equals(one.bytes)).toBe(false);
  });

  it("hold every font they use", async () => {
    const objects = plainText((await madeOf(report, "en", { compress: false })).bytes);
    const used = objects.match(/\/BaseFont \/\S+/g) ?? [];
    const held = objects.match(/\/FontFile2 \d+ 0 R/g) ?? [];
    expect(new Set(used).size).toBe(3);
    expect(held).toHaveLength(3);
    expect(objects).not.toContain("Helvetica");
  });

  it("tell every figure in words and head every table", async () => {
    const { pdf } = await made();
    const tree = JSON.stringify(
      await Promise.all(
        Array.from({ length: pdf.numPages }, async (_, index) =>
          (await pdf.getPage(index + 1)).getStructTree(),
        ),
      ),
    );
    const figures = tree.match(/"role":"Figure"/g) ?? [];
    // The radar, the heat map, the ladder, and the judgments of every function.
    expect(figures).toHaveLength(3 + report.functions.length);
    expect(tree.match(/"alt":"[^"]{20,}/g)?.length).toBeGreaterThanOrEqual(figures.length);
    for (const role of [
      "H1",
      "H2",
      "H3",
      "Table",
      "TR",
      "TH",
      "TD",
      "L",
      "LI",
      "TOCI",
      "Link",
      "BlockQuote",
    ]) {
      expect(tree).toContain(`"role":"${role}"`);
    }
  });
});

describe("odd texts", () => {
  const { report } = sampleReport("id");
  const withRationale = (text: string) => ofSize(report, { functions: 3, levels: 5, rationales: 1, text });

  it("keep what the typeface cannot draw as a box that still says what it stands for", async () => {
    const { bytes, pages } = await madeOf(withRationale("Baik 👍🏽 sekali, 渠道 satu"), "id", {
      compress: false,
    });
    const objects = plainText(bytes);
    for (const written of ["👍🏽", "渠", "道"]) expect(objects).toContain(asUtf16(written));
    expect(pages.join(" ")).toContain(m.report_pdf_beyond_typeface({ count: 9 }, { locale: "id" }));
    const plain = await madeOf(withRationale("Baik sekali"), "id");
    expect(plain.pages.join(" ")).not.toContain("kotak kosong");
  });

  it("draw letters of other languages in the same typeface", async () => {
    const text = "Žluťoučký kůň, Nguyễn Thị Đào, Ærø, naïve café";
    const { pages } = await madeOf(withRationale(text), "id");
    expect(pages.join(" ").replaceAll(" ", "")).toContain(text.replaceAll(" ", ""));
  });

  it("wrap where they are a single endless word, and stand where they hold nothing", async () => {
    const { pages } = await madeOf(withRationale("m".repeat(2000)), "id");
    expect(pages.join(" ").match(/m/g)?.length).toBeGreaterThan(6000);
    const empty = await madeOf(withRationale(" \u0000\u200b\n\n "), "id");
    expect(empty.pages.length).toBeGreaterThan(5);
  });
});

describe("the brand", () => {
  const { report } = sampleReport("en");
  /** Two by one points, half of them clear. */
  const png = new Uint8Array(
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4nGOoko/5D8QNAA9SA2q1EfFpAAAAAElFTkSuQmCC",
      "base64",
    ),
  );

  it("gives the document its name, its picture and its colour", async () => {
    const brand = { name: "Konsultan Maju", logo: { png }, accent: "#7a1f5c" };
    const { bytes, info, pages } = await madeOf(report, "en", { brand, compress: false });
    expect(info.Author).toBe("Konsultan Maju");
    expect(pages[0]).toContain("Konsultan Maju");
    const objects = plainText(bytes);
    expect(objects).toContain("/Subtype /Image");
    const [red, green, blue] = [0x7a, 0x1f, 0x5c].map((one) => (one / 255).toFixed(3).slice(0, 4));
    expect(objects).toMatch(new RegExp(`${red}\\d* ${green}\\d* ${blue}\\d* SCN`));
  });
});

/** The same document for several tests: drawing it takes most of their time. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function namedChange(name = "") {
  return { name, functions: [], overall: { typical: null, attained: null } };
}
