/** Something the user can put right: the command line prints the message, without a stack, and exits with 1. */
export class CliError extends Error {
  override readonly name = "CliError";
}
