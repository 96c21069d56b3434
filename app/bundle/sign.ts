import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { canonicalJson } from "~/canonical-json";
import type { Bundle, Signature, Unsigned } from "./schema";

/** A public key as it is passed on, and what it is known by. */
export type PublicKey = { pem: string; keyId: string };

/** The public half of a private key, or a public key in any form that OpenSSL reads. @throws where it is neither */
export function publicKeyOf(key: KeyObject | string): PublicKey {
  const publicKey = createPublicKey(key);
  if (publicKey.asymmetricKeyType !== "ed25519") throw new Error("is not an Ed25519 key");
  const der = publicKey.export({ type: "spki", format: "der" });
  const keyId = `sha256:${createHash("sha256").update(der).digest("hex")}`;
  return { pem: publicKey.export({ type: "spki", format: "pem" }).toString(), keyId };
}

/** Signs the canonical JSON of a bundle. */
export function signBundle(bundle: Unsigned, privateKey: KeyObject): Bundle {
  const { pem, keyId } = publicKeyOf(privateKey);
  const value = sign(null, bytesOf(bundle), privateKey).toString("base64");
  return { ...bundle, signature: { algorithm: "Ed25519", keyId, publicKey: pem, value } };
}

/** What is wrong with a signature over `content`, or null: every other spelling of a good one is wrong, too. */
export function signatureFault(content: unknown, { keyId, publicKey, value }: Signature): string | null {
  const signature = Buffer.from(value, "base64");
  if (signature.toString("base64") !== value) return "the signature is not base64 as Selaras writes it";
  let known: PublicKey;
  try {
    known = publicKeyOf(publicKey);
  } catch {
    return "the public key in it cannot be read";
  }
  if (known.pem !== publicKey) return "the public key in it is not written as Selaras writes it";
  if (known.keyId !== keyId) return `it names the key ${keyId}, and carries ${known.keyId}`;
  const good = verify(null, bytesOf(content), createPublicKey(publicKey), signature);
  return good ? null : "the content is not what was signed";
}

function bytesOf(content: unknown): Buffer {
  return Buffer.from(canonicalJson(content), "utf8");
}
