/** The name of the box that says that the evidence speaks for a function. */
export const functionField = (key: string) => `for-${key}`;
