import type { Outcome } from "../support/security-cells";
import type { Role } from "../support/security-scene";

/**
 * Who gets what from every address. An address that has no line here fails the build: whoever adds a page writes
 * down whom it is for. In a column, three words are one's own company, another of the same workspace, and one of
 * another workspace; a single word is an address that names none.
 */

type Columns = readonly [Outcome] | readonly [Outcome, Outcome, Outcome];
export type Access = Record<Role, Columns>;

function access(text: Record<Role, string>): Access {
  const columns = Object.entries(text).map(([role, words]) => [role, words.split(/\s+/)]);
  return Object.fromEntries(columns) as Access;
}

const same = (outcome: Outcome): Access =>
  access({
    ...{ visitor: outcome, assessor: outcome, viewer: outcome },
    ...{ manager: outcome, consultant: outcome, owner: outcome },
  });

/** Anybody may, also with somebody else's link: the link is the key. */
const ANYBODY = same("open");
/** There is no such deed here. */
const NO_FORM = same("refused");
/** Nobody of this scene is half-way through signing in, and no provider is configured. */
const NOBODY_YET = same("sign-in");
const NOT_THERE = same("none");

const ACCOUNTS = access({
  visitor: "sign-in",
  assessor: "sign-in",
  viewer: "open",
  manager: "open",
  consultant: "open",
  owner: "open",
});

const STAFF = access({
  visitor: "sign-in",
  assessor: "sign-in",
  viewer: "none",
  manager: "none",
  consultant: "open",
  owner: "open",
});

const OWNERS = access({
  visitor: "sign-in",
  assessor: "sign-in",
  viewer: "none",
  manager: "none",
  consultant: "none",
  owner: "open",
});

const SEATED = access({
  visitor: "sign-in",
  assessor: "open",
  viewer: "sign-in",
  manager: "sign-in",
  consultant: "sign-in",
  owner: "sign-in",
});

/** What an assessor has given themself; there is no reading it for anybody else. */
const GIVER_OF = access({
  visitor: "sign-in sign-in sign-in",
  assessor: "open none none",
  viewer: "sign-in sign-in sign-in",
  manager: "sign-in sign-in sign-in",
  consultant: "sign-in sign-in sign-in",
  owner: "sign-in sign-in sign-in",
});

/** Whoever's seat is gone gets back what they typed, and nothing else. */
const GIVER_OF_OR_NO_SEAT = access({
  visitor: "open open open",
  assessor: "open none none",
  viewer: "open open open",
  manager: "open open open",
  consultant: "open open open",
  owner: "open open open",
});

/** What is published of a company: for its own people and for the staff. */
const READERS_OF = access({
  visitor: "sign-in sign-in sign-in",
  assessor: "sign-in sign-in sign-in",
  viewer: "open none none",
  manager: "open none none",
  consultant: "open open none",
  owner: "open open none",
});

const STAFF_OF = access({
  visitor: "sign-in sign-in sign-in",
  assessor: "sign-in sign-in sign-in",
  viewer: "none none none",
  manager: "none none none",
  consultant: "open open none",
  owner: "open open none",
});

/** For those who speak for the company, and for the staff. */
const MANAGERS_OF = access({
  visitor: "sign-in sign-in sign-in",
  assessor: "sign-in sign-in sign-in",
  viewer: "none none none",
  manager: "open none none",
  consultant: "open open none",
  owner: "open open none",
});

/** Whoever measures a company cannot confirm the result in its name. */
const ONLY_MANAGERS_OF = access({
  visitor: "sign-in sign-in sign-in",
  assessor: "sign-in sign-in sign-in",
  viewer: "none none none",
  manager: "open none none",
  consultant: "none none none",
  owner: "none none none",
});

const OWNERS_OF = access({
  visitor: "sign-in sign-in sign-in",
  assessor: "sign-in sign-in sign-in",
  viewer: "none none none",
  manager: "none none none",
  consultant: "none none none",
  owner: "open open none",
});

export type Row = {
  get: Access;
  post: Access;
  /** The address holds a link that opens for whoever has it: its page may name whom the link is for. */
  key?: true;
};

export const TABLE: Record<string, Row> = {
  "/": { get: ANYBODY, post: NO_FORM },
  "/language": { get: ANYBODY, post: ANYBODY },
  "/help": { get: ANYBODY, post: NO_FORM },
  "/help/method": { get: ANYBODY, post: NO_FORM },
  "/help/bundle": { get: ANYBODY, post: NO_FORM },
  "/schemas/bundle-1.json": { get: ANYBODY, post: NO_FORM },
  "/.well-known/selaras-signing-key": { get: ANYBODY, post: NO_FORM },
  "/help/rubrics/:key": { get: ANYBODY, post: NO_FORM },
  "/privacy": { get: ANYBODY, post: NO_FORM },
  "/*": { get: NOT_THERE, post: NOT_THERE },

  "/sign-in": { get: ANYBODY, post: ANYBODY },
  "/sign-in/code": { get: NOBODY_YET, post: NOBODY_YET },
  "/sign-in/enrol": { get: NOBODY_YET, post: NOBODY_YET },
  "/sign-out": { get: ANYBODY, post: ANYBODY },
  "/sso": { get: NOBODY_YET, post: NOT_THERE },
  "/sso/callback": { get: NOT_THERE, post: NO_FORM },
  "/forgot-password": { get: ANYBODY, post: ANYBODY },
  "/confirm-email/:token": { get: ANYBODY, post: ANYBODY, key: true },
  "/account/:token": { get: ANYBODY, post: ANYBODY, key: true },

  "/me": { get: ACCOUNTS, post: ACCOUNTS },
  "/me/second-factor": { get: ACCOUNTS, post: ACCOUNTS },
  "/me/data": { get: ACCOUNTS, post: ACCOUNTS },
  // Looking at the address of a file leads to the page that offers it; that page guards itself.
  "/me/data/download": { get: ANYBODY, post: ACCOUNTS },

  // People of one company are sent on to it.
  "/search": { get: ACCOUNTS, post: NO_FORM },
  "/search.json": { get: ACCOUNTS, post: NO_FORM },
  "/companies": { get: ACCOUNTS, post: NO_FORM },
  "/companies/new": { get: STAFF, post: STAFF },
  "/companies/side-by-side": { get: STAFF, post: NO_FORM },
  "/companies/:companyId": { get: READERS_OF, post: NO_FORM },
  "/companies/:companyId/trend": { get: READERS_OF, post: NO_FORM },
  "/companies/:companyId/compare": { get: READERS_OF, post: NO_FORM },
  "/companies/:companyId/benchmark": { get: READERS_OF, post: NO_FORM },
  "/companies/:companyId/edit": { get: STAFF_OF, post: STAFF_OF },
  "/companies/:companyId/delete": { get: STAFF_OF, post: STAFF_OF },
  "/companies/:companyId/people": { get: MANAGERS_OF, post: MANAGERS_OF },
  "/companies/:companyId/notes": { get: STAFF_OF, post: STAFF_OF },
  "/companies/:companyId/files": { get: STAFF_OF, post: STAFF_OF },
  "/companies/:companyId/files/:companyFileId": { get: STAFF_OF, post: NO_FORM },
  "/companies/:companyId/assessments/new": { get: STAFF_OF, post: STAFF_OF },
  "/companies/:companyId/assessments/import": { get: STAFF_OF, post: STAFF_OF },

  "/assessments/:assessmentId": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/panel": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/panel/import": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/panel/:memberId": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/panel/:memberId/remove": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/panel/:memberId/replace": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/panel/:memberId/reopen": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/panel/:memberId/paper": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/paper": { get: STAFF_OF, post: NO_FORM },
  "/assessments/:assessmentId/personal-data": { get: STAFF_OF, post: NO_FORM },
  "/assessments/:assessmentId/personal-data/:memberId": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/goals": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/links": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/texts": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/settings": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/schedule": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/repeat": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/template": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/delete": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/workshop": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/workshop/events": { get: STAFF_OF, post: NO_FORM },
  "/assessments/:assessmentId/rounds": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/disagreement": { get: STAFF_OF, post: NO_FORM },
  "/assessments/:assessmentId/disagreement/:functionKey/:memberId": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/evidence": { get: STAFF_OF, post: NO_FORM },
  // Looking at the address of a file leads to the page that offers it.
  "/assessments/:assessmentId/evidence/:fileId": { get: STAFF_OF, post: STAFF_OF },
  "/assessments/:assessmentId/check": { get: MANAGERS_OF, post: ONLY_MANAGERS_OF },
  "/assessments/:assessmentId/report": { get: READERS_OF, post: NO_FORM },
  "/assessments/:assessmentId/export.json": { get: READERS_OF, post: NO_FORM },
  "/assessments/:assessmentId/export.csv": { get: READERS_OF, post: NO_FORM },
  "/assessments/:assessmentId/report.pdf": { get: READERS_OF, post: NO_FORM },
  "/assessments/:assessmentId/report.xlsx": { get: READERS_OF, post: NO_FORM },
  "/assessments/:assessmentId/report.pptx": { get: READERS_OF, post: NO_FORM },
  "/assessments/:assessmentId/functions.csv": { get: READERS_OF, post: NO_FORM },
  "/assessments/:assessmentId/bundle.json": { get: READERS_OF, post: NO_FORM },
  "/assessments/:assessmentId/figures/:figure": { get: READERS_OF, post: NO_FORM },

  "/templates": { get: STAFF, post: STAFF },
  "/templates/:templateId/open": { get: STAFF_OF, post: STAFF_OF },
  "/templates/:templateId/opened": { get: STAFF_OF, post: NO_FORM },
  "/mail": { get: STAFF, post: NO_FORM },
  "/mail/:mailId": { get: STAFF_OF, post: STAFF_OF },
  "/people": { get: OWNERS, post: OWNERS },
  "/people/:userId/erase": { get: OWNERS_OF, post: OWNERS_OF },
  "/workspace": { get: OWNERS, post: OWNERS },
  "/workspace/brand": { get: OWNERS, post: OWNERS },
  "/audit": { get: OWNERS, post: NO_FORM },
  "/audit/export.csv": { get: OWNERS, post: NO_FORM },

  // The link is the key to what is published of one company, with nobody's name in it.
  "/share/:token": { get: ANYBODY, post: ANYBODY, key: true },
  "/share/:token/:shareFile": { get: ANYBODY, post: NO_FORM, key: true },
  // So is the address of a workspace's name, logo and colour, which stands on pages that it gives to people.
  "/brand/:workspaceId/:brandFile": { get: ANYBODY, post: NO_FORM, key: true },

  "/i/:token": { get: ANYBODY, post: ANYBODY, key: true },
  "/invitation": { get: ANYBODY, post: NO_FORM },
  "/assess": { get: SEATED, post: SEATED },
  "/assess/functions/:functionKey": {
    get: SEATED,
    // Whoever's seat is gone gets back what they typed, and nothing else.
    post: ANYBODY,
  },
  "/assess/functions/:functionKey/keep": { get: SEATED, post: SEATED },
  "/assess/functions/:functionKey/evidence/new": { get: SEATED, post: ANYBODY },
  "/assess/functions/:functionKey/evidence/reuse": { get: SEATED, post: SEATED },
  "/assess/functions/:functionKey/evidence/upload": { get: SEATED, post: ANYBODY },
  "/assess/evidence/:evidenceId": { get: GIVER_OF, post: GIVER_OF_OR_NO_SEAT },
  "/assess/evidence/:evidenceId/upload": { get: SEATED, post: GIVER_OF_OR_NO_SEAT },
  "/assess/evidence/:evidenceId/file": { get: GIVER_OF, post: NO_FORM },
  // Whoever's seat is gone is told so, in no page.
  "/assess/functions/:functionKey/save": { get: SEATED, post: ANYBODY },
  "/assess/decline": { get: SEATED, post: SEATED },
  "/assess/check": { get: SEATED, post: SEATED },
  // Whoever wrote something and lost the seat meanwhile gets back what they typed.
  "/assess/levels": { get: SEATED, post: SEATED },
  "/assess/workshop": { get: SEATED, post: SEATED },
  "/assess/workshop/events": { get: SEATED, post: NO_FORM },
  "/assess/functions/:functionKey/pass": { get: SEATED, post: SEATED },
  "/assess/done": { get: SEATED, post: SEATED },
  "/assess/data": { get: SEATED, post: NO_FORM },
  "/assess/data/download": { get: ANYBODY, post: SEATED },
  "/assess/leave": { get: ANYBODY, post: ANYBODY },
};
