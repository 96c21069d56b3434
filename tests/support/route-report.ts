import type { Locale } from "~/i18n/locale";
import type { TestApp } from "./app";
import { textOf } from "./html";
import type { Person } from "./people";

/** A report page as somebody reads it in a language: its status, its HTML and its text. */
export async function readReport(app: TestApp, assessmentId: string, as: Person, locale: Locale = "id") {
  const headers = { "Accept-Language": locale };
  const { status, body } = await app.get(`/assessments/${assessmentId}/report`, { as, headers });
  return { status, body, text: textOf(body) };
}
