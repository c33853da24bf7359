import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** The key for one purpose, derived from the installation's secret. */
function keyFor(secret: Buffer, purpose: string): Buffer {
  return createHmac('sha256', secret).update(`seal ${purpose}`).digest();
}

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, ciphertext. `purpose` is bound in, so a value cannot be moved to another place. */
export function seal(secret: Buffer, purpose: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce).setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** The reverse of `seal`; throws when the bytes or the purpose are not the sealed ones. */
export function unseal(secret: Buffer, purpose: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), sealed.subarray(0, 12))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
