import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MarkdownText } from "./markdown-text";
import { parseMarkdown } from "./parse";
import { plainText } from "./plain";
import type { Block, Inline } from "./tree";

const html = (markdown: string) =>
  renderToStaticMarkup(<MarkdownText markdown={markdown} />).replace(/^<div[^>]*>|<\/div>$/g, "");

describe("what a text may be made of", () => {
  it.each([
    ["paragraphs", "Satu\n\nDua", "<p>Satu</p><p>Dua</p>"],
    ["a new line", "Satu\nDua", "<p>Satu<br/>Dua</p>"],
    ["bold and italics", "**kuat** dan *miring*", "<p><strong>kuat</strong> dan <em>miring</em></p>"],
    ["points", "- satu\n- dua", "<ul><li><p>satu</p></li><li><p>dua</p></li></ul>"],
    ["numbers", "3. tiga\n4. empat", '<ol start="3"><li><p>tiga</p></li><li><p>empat</p></li></ol>'],
    ["points in points", "- a\n  - b", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>"],
    ["escaped marks", "\\*bukan miring\\*", "<p>*bukan miring*</p>"],
  ])("%s", (_what, markdown, expected) => expect(html(markdown)).toBe(expected));

  it("a link to the web", () => {
    expect(html("[situs](https://example.com/a?b=1&c=2)")).toBe(
      '<p><a href="https://example.com/a?b=1&amp;c=2" class="link" rel="noopener noreferrer nofollow">situs</a></p>',
    );
    expect(html("<http://example.com/>")).toContain('<a href="http://example.com/"');
    expect(html("[](https://example.com/)")).toContain(">https://example.com/</a>");
  });

  it("nothing where nothing is written", () => {
    expect(parseMarkdown("")).toEqual([]);
    expect(parseMarkdown(" \n\n ")).toEqual([]);
  });
});

describe("what is left as text", () => {
  it.each([
    [
      "HTML",
      "<b>x</b> <img src=x onerror=alert(1)>",
      "&lt;b&gt;x&lt;/b&gt; &lt;img src=x onerror=alert(1)&gt;",
    ],
    ["a script", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["a comment", "<!-- x -->", "&lt;!-- x --&gt;"],
    ["a heading", "# Judul", "# Judul"],
    ["an underlined heading", "Judul\n=====", "Judul<br/>====="],
    ["a quotation", "> kata", "&gt; kata"],
    ["code", "`x` dan\n```\ny\n```", "`x` dan<br/>```<br/>y<br/>```"],
    ["a rule", "***", "***"],
    ["a reference", "[a][b]\n\n[b]: https://example.com", "[a][b]"],
  ])("%s", (_what, markdown, expected) => expect(html(markdown)).toContain(`<p>${expected}</p>`));

  it.each([
    "[klik](javascript:alert(1))",
    "[klik](JaVaScRiPt:alert(1))",
    "[klik](java&#10;script:alert(1))",
    "[klik](&#x6A;avascript:alert(1))",
    "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    "[klik](vbscript:x)",
    "[klik](file:///etc/passwd)",
    "[klik](mailto:a@example.com)",
    "[klik](//example.com)",
    "[klik](/me)",
    "[klik](https:)",
    "[klik](http://)",
    "[klik](https://%zz)",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "<a@example.com>",
  ])("a link that leads elsewhere: %s", (markdown) => {
    expect(html(markdown)).not.toMatch(/<a|href/);
    expect(html(markdown)).toMatch(/klik|alert|data|example/);
  });

  it("a picture is its words, whatever its address", () => {
    expect(html("![peta](https://example.com/a.png)")).toBe("<p>peta</p>");
    expect(html("![x](javascript:alert(1))")).toBe("<p>x</p>");
    expect(html("[![x](https://example.com/a.png)](https://example.com/)")).toMatch(/<a [^>]*>x<\/a>/);
  });

  it("an attribute cannot be broken out of", () => {
    const out = html('[x](https://example.com/"onmouseover="alert(1))');
    expect(out).not.toMatch(/"\s*onmouseover=/);
    expect(html('[x](https://example.com "><script>")')).not.toContain("<script");
  });
});

describe("a text made to hurt", () => {
  const hostile: [string, string][] = [
    ["deep points", "- ".repeat(5_000)],
    ["deep points, line by line", Array.from({ length: 90 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n")],
    ["deep quotations", "> ".repeat(5_000)],
    ["stars", "*".repeat(10_000)],
    ["stars between words", "*a **b ".repeat(1_400)],
    ["open brackets", "[".repeat(10_000)],
    ["brackets in brackets", `${"[a](".repeat(2_000)}${")".repeat(2_000)}`],
    ["a line of 10,000 characters", "x".repeat(10_000)],
    ["a line of 10,000 spaces", `a${" ".repeat(10_000)}b`],
    ["entities", "&amp;".repeat(2_000)],
    ["half HTML", "<a ".repeat(3_000)],
    ["numbers", "1. ".repeat(3_000)],
    ["far too long", "kata **kuat** ".repeat(20_000)],
  ];

  it.each(hostile)(
    "%s is read in time and no deeper than it may be",
    (_what, markdown) => {
      const before = performance.now();
      const blocks = parseMarkdown(markdown);
      expect(performance.now() - before).toBeLessThan(5_000);
      expect(depthOf(blocks)).toBeLessThanOrEqual(20);
      expect(html(markdown)).not.toMatch(/<(?!\/?(?:p|ul|ol|li|strong|em|br)\b)/);
    },
    20_000,
  );

  it("loses no word of a long line", () => {
    const words = Array.from({ length: 1_500 }, (_, index) => `kata${index}`).join(" ");
    expect(plainText(words)).toBe(words);
    expect(plainText("x".repeat(30_000))).toHaveLength(30_000);
  });
});

describe("as text only", () => {
  it("has points, numbers and addresses", () => {
    const markdown =
      "Satu **kuat**\n\n- a\n  - b\n- [situs](https://example.com/x)\n\n1. <https://example.com/>";
    expect(plainText(markdown)).toBe(
      "Satu kuat\n• a\n  • b\n• situs (https://example.com/x)\n1. https://example.com/",
    );
  });
});

function depthOf(nodes: readonly (Block | Inline)[]): number {
  const inner = nodes.map((node): number => {
    if (node.kind === "list") return 1 + Math.max(0, ...node.items.map((item) => depthOf(item)));
    return "children" in node ? 1 + depthOf(node.children) : 1;
  });
  return Math.max(0, ...inner);
}
