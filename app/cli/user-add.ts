import { type Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { addPerson, createPasswordLink } from "~/use-cases/accounts";
import { addCompanyPerson, addConsultant, type Given } from "~/use-cases/people";
import { CliError } from "./cli-error";
import { naming } from "./errors";
import { type Io, type Store, withStore } from "./io";
import { nameIn } from "./name-in";

const ROLES = ["owner", "consultant", "manager", "viewer"] as const;
type Role = (typeof ROLES)[number];
type Options = { email: string; name: string; role: Role; company?: string };

const HELP = `
Owners and consultants work with every company; managers and viewers read what is published of one, and need
--company. The link is shown once, works once and for 7 days. It begins with BASE_URL.`;

/** Adds the command `user:add`: an account with a role, and the link by which its holder chooses a password. */
export function registerUserAdd(program: Command, io: Io): void {
  program
    .command("user:add")
    .description("add a person and print their one-time set-up link")
    .requiredOption("--email <address>", "e-mail address, by which the person signs in", emailIn)
    .requiredOption("--name <name>", "the person's name", nameIn)
    .addOption(new Option("--role <role>", "what they may do").choices(ROLES).makeOptionMandatory())
    .option("--company <id>", "the company of a manager or viewer")
    .addHelpText("after", HELP)
    .action((options: Options) =>
      withStore(io, (store) => {
        const { name, email, token } = add(store, options);
        if (token) io.out(`${store.baseUrl}/account/${token}\n`);
        else
          io.out(`${name} (${email}) has a password already and needs no link: ${store.baseUrl}/sign-in\n`);
      }),
    );
}

function add({ context }: Store, { email, name, role, company }: Options): Given {
  const person = { email, name };
  if (role === "manager" || role === "viewer") {
    if (!company) throw new CliError(`A ${role} belongs to a company: give its id with --company.`);
    return naming(`company ${company}`, () => addCompanyPerson(context, company, { ...person, role }));
  }
  if (company)
    throw new CliError(`An account with the role ${role} is for all companies: leave out --company.`);
  if (role === "consultant") return addConsultant(context, person);
  const { workspaceId } = context.scope;
  const userId = addPerson(context, { ...person, role, workspaceId, companyId: null });
  return { ...person, token: createPasswordLink(context, workspaceId, userId) };
}

function emailIn(given: string): string {
  const result = z.email().max(254).safeParse(given.trim().toLowerCase());
  if (result.success) return result.data;
  throw new InvalidArgumentError("It must be a full e-mail address.");
}
