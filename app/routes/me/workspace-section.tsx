import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { StatusTag } from "~/ui/status-tag";
import { Section } from "./sections";

type Workspace = { id: string; name: string; current: boolean };

export function WorkspaceSection({ workspaces }: { workspaces: Workspace[] }) {
  return (
    <Section title={m.account_me_workspace()}>
      <ul className="flex flex-wrap gap-3">
        {workspaces.map((workspace) => (
          <li key={workspace.id}>
            {workspace.current ? (
              <StatusTag tone="done">{workspace.name}</StatusTag>
            ) : (
              <Form method="post">
                <input type="hidden" name="workspaceId" value={workspace.id} />
                <Button name="intent" value="workspace" variant="secondary">
                  {m.account_me_workspace_switch({ name: workspace.name })}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
