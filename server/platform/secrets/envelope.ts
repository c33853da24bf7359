import { createHmac, randomBytes } from 'node:crypto';
import { seal, unseal } from './box.ts';

/** A data key as it is stored: sealed under the installation's secret, and by which secret. */
export type WrappedKey = { readonly keyId: string; readonly wrapped: Buffer };

/** A name for an installation's secret that tells nothing of it. */
export const keyIdOf = (secret: Buffer): string =>
  createHmac('sha256', secret).update('key id').digest('hex').slice(0, 16);

const purposeOf = (owner: string) => `data key ${owner}`;

/** A new data key of one owner: its secrets are sealed under it, and only it is wrapped anew when the installation's secret changes. */
export function newDataKey(secret: Buffer, owner: string): WrappedKey & { readonly key: Buffer } {
  const key = randomBytes(32);
  return { key, ...wrapKey(secret, owner, key) };
}

export const wrapKey = (secret: Buffer, owner: string, key: Buffer): WrappedKey => ({
  keyId: keyIdOf(secret),
  wrapped: seal(secret, purposeOf(owner), key),
});

/** The data key of its owner, by whichever of the secrets it was wrapped. Throws where it was by none of them. */
export function openDataKey(secrets: readonly Buffer[], owner: string, { keyId, wrapped }: WrappedKey): Buffer {
  const secret = secrets.find((one) => keyIdOf(one) === keyId);
  if (!secret) throw new Error(`The data key of ${owner} was wrapped by a secret that is not known here`);
  return unseal(secret, purposeOf(owner), wrapped);
}
