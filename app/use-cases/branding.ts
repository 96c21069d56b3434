import { createHash, createHmac } from "node:crypto";
import { deleteLogo, findBrand, findLogo, type StoredBrand, saveAccent, saveLogo } from "#db/branding";
import type { Db } from "#db/client";
import { transact } from "#db/client";
import { TEXT_CONTRAST } from "~/brand/accent";
import { contrastRatio } from "~/brand/contrast";
import { brandStylesheet } from "~/brand/stylesheet";
import { audit, type ScopedContext, type UseCaseContext } from "./context";
import { Refusal } from "./errors";

export type { StoredBrand };

/** The name that the first workspace is given; one that kept it, and set nothing, shows Selaras as it is. */
const OWN_NAME = "Selaras";

/** Whether a workspace has a name, a logo or a colour of its own. */
export function isBranded({ name, accent, logo }: StoredBrand): boolean {
  return name !== OWN_NAME || accent !== null || logo !== null;
}

/** What a workspace puts on its files: its name, its logo and its accent ("#rrggbb"; null for Selaras's own). */
export type FileBrand = { name: string; logo: { png: Uint8Array } | null; accent: string | null };

/** @throws Refusal "not-found" */
export function readStoredBrand({ db, scope }: Pick<ScopedContext, "db" | "scope">): StoredBrand {
  const found = findBrand(db, scope.workspaceId);
  if (!found) throw new Refusal("not-found");
  return found;
}

/** @throws Refusal "not-found" */
export function readBrand(context: Pick<ScopedContext, "db" | "scope">): FileBrand {
  const { name, accent, logo } = readStoredBrand(context);
  const drawn = logo && findLogo(context.db, context.scope.workspaceId);
  return { name, accent, logo: drawn ? { png: drawn.png } : null };
}

/** Under which name, and with which picture, the messages of a workspace go out; null for Selaras's own. */
export function readMailBrand(db: Db, workspaceId: string): { name: string; logo: Buffer | null } | null {
  const brand = findBrand(db, workspaceId);
  if (!brand || !isBranded(brand)) return null;
  return { name: brand.name, logo: (brand.logo && findLogo(db, workspaceId)?.png) ?? null };
}

/** Keeps a logo that was drawn anew, in place of the one before. */
export function setLogo(context: ScopedContext, drawn: { png: Buffer; width: number; height: number }): void {
  const { workspaceId } = context.scope;
  const sha256 = createHash("sha256").update(drawn.png).digest("hex");
  transact(context.db, () => {
    saveLogo(context.db, { ...drawn, workspaceId, sha256, createdAt: context.now });
    audit(context, workspaceId, "workspace.logo", { kind: "workspace", id: workspaceId }, { set: true });
  });
}

export function removeLogo(context: ScopedContext): void {
  const { workspaceId } = context.scope;
  transact(context.db, () => {
    if (!deleteLogo(context.db, workspaceId)) return;
    audit(context, workspaceId, "workspace.logo", { kind: "workspace", id: workspaceId }, { set: false });
  });
}

/** Sets the accent, or goes back to Selaras's own with null. @throws RangeError for one that cannot be read on white */
export function setAccent(context: ScopedContext, accent: string | null): void {
  if (accent !== null && contrastRatio(accent, "#ffffff") < TEXT_CONTRAST) throw new RangeError(accent);
  const { workspaceId } = context.scope;
  transact(context.db, () => {
    const before = readStoredBrand(context).accent;
    if (before === accent) return;
    saveAccent(context.db, workspaceId, accent);
    const object = { kind: "workspace", id: workspaceId };
    audit(context, workspaceId, "workspace.accent", object, { before, after: accent });
  });
}

/** Where a browser finds what a workspace shows of itself; null for what it has not. */
export type BrandAddresses = { stylesheet: string | null; logo: string | null };

type Keyed = Pick<UseCaseContext, "db"> & { settings: Pick<UseCaseContext["settings"], "secret"> };
type Drawn = BrandAddresses & { css: string };

const drawn = new WeakMap<Db["$client"], Map<string, Drawn>>();

/**
 * The addresses change with their content, so they may be kept for ever, and carry a keyed hash: who knows the
 * workspace's id, and even its name, cannot find them.
 */
export function readBrandAddresses(context: Keyed, workspaceId: string): BrandAddresses {
  const { stylesheet, logo } = drawBrand(context, workspaceId);
  return { stylesheet, logo };
}

/** What is at an address of the brand: "….css" or "….png"; null where that is nothing (any more). */
export function readBrandFile(
  context: Keyed,
  workspaceId: string,
  file: string,
): { type: "text/css" | "image/png"; content: string | Uint8Array } | null {
  const { stylesheet, logo, css } = drawBrand(context, workspaceId);
  const asked = `/brand/${workspaceId}/${file}`;
  if (asked === stylesheet) return { type: "text/css", content: css };
  const found = asked === logo ? findLogo(context.db, workspaceId) : undefined;
  return found ? { type: "image/png", content: found.png } : null;
}

function drawBrand({ db, settings }: Keyed, workspaceId: string): Drawn {
  const brand = findBrand(db, workspaceId);
  if (!brand || !isBranded(brand)) return { stylesheet: null, logo: null, css: "" };
  const known = drawn.get(db.$client) ?? new Map<string, Drawn>();
  drawn.set(db.$client, known);
  const key = JSON.stringify([workspaceId, brand, settings.secret]);
  const found = known.get(key) ?? { ...draw(brand, workspaceId, settings.secret) };
  if (known.size > 200) known.clear();
  known.set(key, found);
  return found;
}

function draw({ name, accent, logo }: StoredBrand, workspaceId: string, secret: string): Drawn {
  const address = (content: string, ending: string) => {
    const tag = createHmac("sha256", secret).update(`brand ${workspaceId} ${content}`).digest("hex");
    return `/brand/${workspaceId}/${tag.slice(0, 32)}.${ending}`;
  };
  const picture = logo && { ...logo, address: address(logo.sha256, "png") };
  const css = brandStylesheet({ name, accent, logo: picture });
  return { stylesheet: address(css, "css"), logo: picture?.address ?? null, css };
}
