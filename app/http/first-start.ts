import { createOwnerLink } from "~/use-cases/accounts";
import { openWorkspace } from "~/use-cases/workspace";
import { actingContext, type Services } from "./context";

/**
 * On an empty store: a workspace with the sample company. As long as nobody owns the workspace, every start prints
 * a new one-time link for creating the owner; there is no default password.
 */
export function firstStart(services: Services, print: (line: string) => void): void {
  const context = actingContext(services, { kind: "system", name: "start" }, null);
  const { workspaceId } = openWorkspace(context, services.root);
  const token = createOwnerLink(context, workspaceId);
  print("");
  print(`  Selaras: ${services.env.BASE_URL}`);
  if (token) {
    print("");
    print("  Create the owner's account with this one-time link (valid for 7 days, new at every start):");
    print(`  ${services.env.BASE_URL}/account/${token}`);
  }
  print("");
}
