/** Where every installation publishes the schema of its bundles; the number is the format's version. */
export const SCHEMA_PATH = "/schemas/bundle-1.json";

/** Where every installation publishes the key that its bundles are signed with. */
export const KEY_PATH = "/.well-known/selaras-signing-key";
