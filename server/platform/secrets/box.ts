import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** The key for one purpose, derived from the installation's secret. */
function keyFor(secret: Buffer, purpose: string): Buffer {
  return createHmac('sha256', secret).update(`seal ${purpose}`).digest();
}

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, ciphertext. `purpose` is bound in, so a value cannot be moved to another place. */
export function seal(secret: Buffer, purpose: string, plain: Buffer): Buffer {
  return sealUnder(keyFor(secret, purpose), purpose, plain);
}

/** The reverse of `seal`; throws when the bytes or the purpose are not the sealed ones. */
export function unseal(secret: Buffer, purpose: string, sealed: Buffer): Buffer {
  return unsealUnder(keyFor(secret, purpose), purpose, sealed);
}

/** The same under a key of 32 bytes; `place` is bound in. */
export function sealUnder(key: Buffer, place: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** The reverse of `sealUnder`; throws when the bytes or the place are not the sealed ones. */
export function unsealUnder(key: Buffer, place: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
