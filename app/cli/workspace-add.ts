import type { Command } from "commander";
import { addWorkspace } from "~/use-cases/workspace";
import { type Io, withStore } from "./io";
import { nameIn } from "./name-in";

const HELP = `
A workspace has its own companies, people and settings, and sees nothing of the others. The link creates its owner;
it is shown once, works once and for 7 days. It begins with BASE_URL.`;

/** Adds the command `workspace:add`: another workspace on this installation, and the link that creates its owner. */
export function registerWorkspaceAdd(program: Command, io: Io): void {
  program
    .command("workspace:add")
    .description("add a workspace and print the one-time link for its owner")
    .requiredOption("--name <name>", "what the workspace is called", nameIn)
    .addHelpText("after", HELP)
    .action(({ name }: { name: string }) =>
      withStore(io, ({ context, baseUrl }) => {
        const { ownerToken } = addWorkspace(context, name);
        io.out(`${baseUrl}/account/${ownerToken}\n`);
      }),
    );
}
