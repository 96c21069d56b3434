/**
 * The store. Every table is STRICT (the migrations say so), every reference a foreign key.
 * Moments are integers (milliseconds since 1970, UTC); calendar dates are ISO text (yyyy-mm-dd).
 */
// biome-ignore lint/performance/noBarrelFile: Drizzle wants the whole store as one object
export * from "./schema/accounts";
export * from "./schema/assessment";
export { LOCALES } from "./schema/columns";
export * from "./schema/judgment";
export * from "./schema/operation";
export * from "./schema/panel";
export * from "./schema/publication";
export * from "./schema/rounds";
export * from "./schema/workspace";
