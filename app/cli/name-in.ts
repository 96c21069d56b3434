import { InvalidArgumentError } from "commander";

/** A name given on the command line, without the spaces around it. */
export function nameIn(given: string): string {
  const name = given.trim();
  if (name.length > 0 && name.length <= 120) return name;
  throw new InvalidArgumentError("It must have 1 to 120 characters.");
}
