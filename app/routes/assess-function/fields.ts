/** Names and values that the form and its reading agree on. */

/** The value of `level` for "I cannot judge this function". */
export const NO_LEVEL = "none";

export const indicatorField = (key: string) => `indicator-${key}`;
