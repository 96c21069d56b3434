import { createHash } from "node:crypto";
import { z } from "zod";
import type { PanelMember } from "#db/panel";
import { m } from "~/i18n/messages";
import { oneLine } from "./clean-text";
import { fold, type LineProblem, quote } from "./judgments-csv";
import { slug } from "./slug";

/** Addresses that can never exist (RFC 2606), for people who are imported without one. */
const PLACEHOLDER_DOMAIN = "import.invalid";

/** The most characters of an assessor's name, as in the form. */
const MAX_NAME = 120;

const emailSchema = z.email().max(254);

export type Perspective = PanelMember["perspective"];

/** Somebody the file names who is not on the panel yet. */
export type Newcomer = { key: string; name: string; email: string; perspective: Perspective };

/** `faulty` when a wrong perspective was given, and noted, before a right one. */
type Candidate = {
  key: string;
  line: number;
  name: string;
  email: string | null;
  perspective: Perspective | null;
  faulty: boolean;
};

/** Tells who an assessor column means: a member by address or name, or somebody new, once each. */
export class Roster {
  readonly #problems: LineProblem[];
  readonly #byEmail: Map<string, PanelMember>;
  readonly #byName = new Map<string, PanelMember[]>();
  readonly #candidates = new Map<string, Candidate>();
  readonly #addresses: Map<string, string>;

  /** `addresses` holds placeholders by folded name, and takes new ones: over several panels a name keeps its own. */
  constructor(members: PanelMember[], problems: LineProblem[], addresses: Map<string, string> = new Map()) {
    this.#problems = problems;
    this.#addresses = addresses;
    this.#byEmail = new Map(members.map((member) => [member.email, member]));
    for (const member of members) {
      const name = fold(member.name);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), member]);
    }
  }

  /**
   * The member's id or the newcomer's key; null, with the problem noted, when the cell names nobody. Of a newcomer
   * one line must give the perspective; the others may leave it empty (undefined) but not contradict. A wrong one,
   * noted already, is null.
   */
  find(line: number, cell: string, perspective: Perspective | null | undefined): string | null {
    const text = oneLine(cell);
    const folded = fold(text);
    if (folded === "") return this.#bad(line, "assessor", quote(""), m.import_allowed_name());
    const isEmail = folded.includes("@");
    const known = isEmail ? [this.#byEmail.get(folded) ?? []].flat() : (this.#byName.get(folded) ?? []);
    const [member, namesake] = known;
    if (namesake) {
      return this.#bad(line, "assessor", quote(text), m.import_allowed_address());
    }
    const person = member ?? this.#candidate(line, text, folded, isEmail);
    if (!person) return null;
    if (perspective && person.perspective && perspective !== person.perspective) {
      const known = { perspective: person.perspective };
      const allowed = member ? m.import_allowed_panel(known) : m.import_allowed_earlier(known);
      return this.#bad(line, "perspective", quote(perspective), allowed);
    }
    if ("key" in person) {
      person.perspective ??= perspective ?? null;
      person.faulty ||= perspective === null;
      return person.key;
    }
    return person.id;
  }

  /** The new people, in the order of the file; notes a problem for each whose perspective was never given. */
  newcomers(): Newcomer[] {
    const taken = new Set([
      ...this.#byEmail.keys(),
      ...[...this.#candidates.values()].flatMap(({ email }) => email ?? []),
      ...this.#addresses.values(),
    ]);
    return [...this.#candidates.values()].flatMap(({ key, line, name, email, perspective, faulty }) => {
      if (!perspective) {
        if (faulty) return [];
        this.#bad(line, "perspective", quote(""), m.import_allowed_perspective({ name }));
        return [];
      }
      return [{ key, name, email: email ?? this.#addressOf(name, taken), perspective }];
    });
  }

  #addressOf(name: string, taken: Set<string>): string {
    const known = this.#addresses.get(fold(name));
    if (known) return known;
    const fresh = placeholder(name, taken);
    this.#addresses.set(fold(name), fresh);
    return fresh;
  }

  #candidate(line: number, text: string, folded: string, isEmail: boolean): Candidate | null {
    const existing = this.#candidates.get(folded);
    if (existing) return existing;
    if (isEmail && !emailSchema.safeParse(folded).success) {
      return this.#bad(line, "assessor", quote(text), m.import_allowed_full_address());
    }
    if (text.length > MAX_NAME) {
      const allowed = m.import_allowed_characters({ count: MAX_NAME });
      return this.#bad(line, "assessor", m.import_characters({ count: text.length }), allowed);
    }
    const name = text.replace(/\s+/g, " ");
    const key = `new ${folded}`;
    const fresh = { key, line, name, email: isEmail ? folded : null, perspective: null, faulty: false };
    this.#candidates.set(folded, fresh);
    return fresh;
  }

  #bad(line: number, column: "assessor" | "perspective", found: string, allowed: string): null {
    this.#problems.push({ line, column, found, allowed });
    return null;
  }
}

/** The same name gives the same address; names that read alike in ASCII are told apart by a hash. */
function placeholder(name: string, taken: Set<string>): string {
  const readable = slug(name);
  const hash = createHash("sha256").update(fold(name)).digest("hex").slice(0, 8);
  const plain = `${readable}@${PLACEHOLDER_DOMAIN}`;
  const email =
    readable && !taken.has(plain) ? plain : `${readable || "assessor"}-${hash}@${PLACEHOLDER_DOMAIN}`;
  taken.add(email);
  return email;
}
