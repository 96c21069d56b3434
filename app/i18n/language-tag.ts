import { getLocale } from "./paraglide/runtime.js";

/** English is written with the day first, as readers in Indonesia expect. */
export const languageTag = () => (getLocale() === "en" ? "en-GB" : "id-ID");
