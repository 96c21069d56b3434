import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { MembersTable } from "./members-table";
import type { MembersCheck } from "./steps.server";

/** What is wrong with the table, and the table as it was understood. */
export function MembersProblems({ check }: { check: MembersCheck }) {
  const { lines, problems, problemCount: count } = check;
  return (
    <div className="mb-10 grid gap-6">
      <Notice tone="error" title={m.panel_import_problems({ count })} live>
        <p>{m.panel_import_problems_about()}</p>
        <ul className="mt-3 grid list-disc gap-1 pl-5">
          {problems.map((text) => (
            <li key={text} className="wrap-anywhere">
              {text}
            </li>
          ))}
        </ul>
        {count > problems.length ? (
          <p className="mt-2">{m.panel_import_more({ count: count - problems.length })}</p>
        ) : null}
      </Notice>
      {lines.length > 0 ? <MembersTable lines={lines} /> : null}
    </div>
  );
}

/** Everything is right: who would be added. The table travels in the form, so that nothing is kept on the server. */
export function MembersReady({ check, page }: { check: MembersCheck; page: string }) {
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid gap-6">
      <textarea name="table" defaultValue={check.table} hidden readOnly aria-label={m.panel_import_found()} />
      <h2 className="text-xl">{m.panel_import_preview()}</h2>
      <MembersTable lines={check.lines} />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="import">
          {m.panel_import_confirm({ count: check.lines.length })}
        </Button>
        <ButtonLink href={page} variant="quiet">
          {m.panel_import_again()}
        </ButtonLink>
      </div>
    </Form>
  );
}
