import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** Says that the sample company is a sample, and takes it away with one press. */
export function SampleNotice({ companyId, className }: { companyId: string; className?: string }) {
  return (
    <Notice className={className}>
      <p>{m.consultant_sample_about()}</p>
      <Form method="post" action={`/companies/${companyId}/delete`} className="mt-3">
        <Button variant="secondary" size="small">
          {m.consultant_sample_remove()}
        </Button>
      </Form>
    </Notice>
  );
}
