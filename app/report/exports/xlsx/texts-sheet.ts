import { m } from "~/i18n/messages";
import { plainText } from "~/report/markdown/plain";
import type { Report } from "~/use-cases/read-report";
import { type Row, type SheetSpec, text } from "./cells";

/** The consultant's own words, as text; null where they wrote nothing. */
export function textsSheet({ texts, functions }: Report): SheetSpec | null {
  const row = (about: string, markdown: string | null | undefined): Row[] =>
    markdown ? [[text(about, { bold: true }), text(plainText(markdown))]] : [];
  const rows = [
    ...row(m.texts_words_summary(), texts.summary),
    ...functions.flatMap(({ key, name }) => row(name, texts.comments[key])),
  ];
  if (rows.length === 0) return null;
  return {
    name: m.texts_sheet(),
    widths: [34, 120],
    header: [m.texts_column_what(), m.texts_column_text()],
    rows,
    frozenColumns: 1,
  };
}
