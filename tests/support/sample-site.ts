import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Role } from "#db/accounts";
import { contextOf, testServices } from "~/cli/fixtures";
import type { RequestArgs, Services } from "~/http/context";
import { userCookie } from "~/http/cookies";
import { addPerson } from "~/use-cases/accounts";
import { readAssessments } from "~/use-cases/assessments";
import { readCompanies } from "~/use-cases/companies";
import { seedSample } from "~/use-cases/seed-sample";
import { startUserSession } from "~/use-cases/sessions";

/** The sample, for tests that call the loader of a file without the app around it. */
export function sampleSite() {
  const services = testServices();
  const context = contextOf(services);
  seedSample(context, services.root);
  const [company] = readCompanies(context);
  const idOf = (state: string) => readAssessments(context).find((one) => one.state === state)?.id ?? "";
  return { services, context, companyId: company?.id ?? "", idOf };
}

/** The cookie of somebody new with a role; managers and viewers hold it over `companyId`. */
export async function cookieOf(services: Services, role: Role, companyId: string | null): Promise<string> {
  const context = contextOf(services);
  const { workspaceId } = context.scope;
  const email = `${role}@example.com`;
  const userId = addPerson(context, { workspaceId, email, name: role, role, companyId });
  const args = { context: { services } } as RequestArgs;
  const cookie = await userCookie(args).serialize(startUserSession(context, userId));
  return cookie.split(";")[0] ?? "";
}

type Asked = { params: LoaderFunctionArgs["params"]; query?: string; cookie?: string };

/** What a loader answers in Indonesian, whether it returns or throws its response. */
export async function askLoader<T extends Response>(
  loader: (args: LoaderFunctionArgs) => Promise<T>,
  services: Services,
  { params, query = "", cookie = "" }: Asked,
): Promise<Response> {
  const request = new Request(`https://selaras.test/file${query}`, { headers: { Cookie: cookie } });
  const context = { services, nonce: "n", requestId: "r", address: "192.0.2.1", locale: "id" as const };
  try {
    return await loader({ request, params, context });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}
