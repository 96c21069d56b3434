import woff2 from "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2?url";

/** Address of the one font file, for the preload link of the document. */
export const fontUrl: string = woff2;
