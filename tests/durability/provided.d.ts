declare module "vitest" {
  interface ProvidedContext {
    /** How often the server is killed. */
    kills: number;
    /** What the moments of the kills follow from. */
    seed: number;
  }
}

export {};
