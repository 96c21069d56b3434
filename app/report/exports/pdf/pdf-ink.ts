import type { Ink, Paint, Tag, TagOptions } from "./ink";
import { faces } from "./typeface";
import type { Piece } from "./wrap";

type Doc = PDFKit.PDFDocument;
type Element = ReturnType<Doc["struct"]>;
type Content = ReturnType<Doc["markStructureContent"]>;
type Outline = ReturnType<Doc["outline"]["addItem"]>;

const WEIGHTS = [400, 600, 700] as const;

/** Draws into a document of pdfkit, whose pages are written out as soon as the next begins. */
export function pdfInk(doc: Doc): Ink {
  registerFaces(doc);
  const tags = tagger(doc);
  const bookmarks: Outline[] = [];
  return {
    page() {
      tags.pause();
      doc.addPage();
    },
    text(piece, x, baseline) {
      tags.resume();
      if (piece.face) drawText(doc, piece, x, baseline);
      else drawBox(doc, piece, x, baseline);
    },
    box(x, y, width, height, radius, paint) {
      tags.resume();
      if (radius > 0) doc.roundedRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
      else doc.rect(x, y, width, height);
      apply(doc, paint);
    },
    circle(x, y, radius, paint) {
      tags.resume();
      doc.circle(x, y, radius);
      apply(doc, paint);
    },
    line(x1, y1, x2, y2, paint) {
      tags.resume();
      doc.moveTo(x1, y1).lineTo(x2, y2);
      apply(doc, paint);
    },
    path(data, x, y, scale, paint) {
      tags.resume();
      doc.save().translate(x, y).scale(scale).path(data);
      apply(doc, {
        ...paint,
        width: (paint.width ?? 1) / scale,
        dash: paint.dash && [paint.dash[0] / scale, paint.dash[1] / scale],
      });
      doc.restore();
    },
    picture(png, x, y, width, height) {
      tags.resume();
      doc.image(Buffer.from(png), x, y, { width, height });
    },
    open: tags.open,
    close: tags.close,
    artifact: tags.artifact,
    target(name, y) {
      doc.addNamedDestination(name, "XYZ", 0, y, 0);
    },
    jump(x, y, width, height, to, words) {
      tags.pause();
      const options = { structParent: tags.current(), Contents: pdfString(words) };
      doc.goTo(x, y, width, height, to, options as object);
    },
    bookmark(title, depth, y) {
      const parent = bookmarks[depth - 1] ?? doc.outline;
      bookmarks.length = depth;
      // pdfkit counts the left edge from the right.
      const place = { expanded: false, top: y, left: doc.page.width };
      bookmarks[depth] = parent.addItem(title, place);
    },
  };
}

/** pdfkit writes a text as a text only where it is such an object; plain ones become names. */
function pdfString(text: string): object {
  return Object(text) as object;
}

function registerFaces(doc: Doc): void {
  for (const { name, font } of WEIGHTS.flatMap(faces)) {
    // pdfkit takes opened fonts too, which its types do not know yet.
    doc.registerFont(name, font as unknown as PDFKit.Mixins.PDFFontSource);
  }
}

function drawText(doc: Doc, { text, face, span, width }: Piece, x: number, baseline: number): void {
  doc.font(face?.name ?? "", span.size).fillColor(span.colour);
  const features: PDFKit.Mixins.OpenTypeFeatures[] | undefined = span.tabular ? ["tnum"] : undefined;
  // The width is known; pdfkit would measure again.
  const measured = { textWidth: width, wordCount: 1 };
  doc.text(text, x, baseline, { lineBreak: false, baseline: "alphabetic", features, ...measured });
}

/** An empty box that says which character it stands for; the space inside is what programs attach the words to. */
function drawBox(doc: Doc, { text, span, width }: Piece, x: number, baseline: number): void {
  const { size, colour } = span;
  doc.markContent("Span", { actual: text });
  drawText(doc, { text: " ", face: faces(span.weight)[0] ?? null, span, width }, x, baseline);
  doc.roundedRect(x + size * 0.07, baseline - size * 0.7, size * 0.54, size * 0.7, size * 0.08);
  apply(doc, { stroke: colour, width: size * 0.06 });
  doc.endMarkedContent();
}

function apply(doc: Doc, { fill, fillOpacity, stroke, width = 1, dash, round }: Paint): void {
  doc.save();
  doc.lineWidth(width);
  doc.lineCap(round ? "round" : "butt").lineJoin(round ? "round" : "miter");
  if (dash) doc.dash(dash[0], { space: dash[1] });
  if (fillOpacity !== undefined) doc.fillOpacity(fillOpacity);
  if (fill && stroke) doc.fillAndStroke(fill, stroke);
  else if (fill) doc.fill(fill);
  else if (stroke) doc.stroke(stroke);
  doc.restore();
}

/** Keeps which part of the document is open, and marks what is drawn as its content, anew on every page. */
function tagger(doc: Doc) {
  const opened: { tag: Tag; element: Element }[] = [];
  let content: Content | null = null;
  let inArtifact = false;
  const pause = () => {
    if (!content) return;
    doc.endMarkedContent();
    opened.at(-1)?.element.add(content);
    content = null;
  };
  return {
    pause,
    resume() {
      const last = opened.at(-1);
      if (content || inArtifact || !last) return;
      content = doc.markStructureContent(last.tag);
    },
    current: () => opened.at(-1)?.element,
    open(tag: Tag, { alt, box, scope }: TagOptions = {}) {
      pause();
      const element = doc.struct(tag, { alt, bbox: box, scope } as PDFKit.Mixins.StructureElementOptions);
      const parent = opened.at(-1);
      if (parent) parent.element.add(element);
      else doc.addStructure(element);
      opened.push({ tag, element });
    },
    close() {
      pause();
      opened.pop()?.element.end();
    },
    artifact(draw: () => void, kind: "Pagination" | "Layout" = "Layout") {
      if (inArtifact) return draw();
      pause();
      doc.markContent("Artifact", { type: kind });
      inArtifact = true;
      draw();
      inArtifact = false;
      doc.endMarkedContent();
    },
  };
}
