import { promisify } from 'node:util';
import { constants, gunzip, inflate } from 'node:zlib';
import { Fault } from '#kernel/errors.ts';

/** How a message was packed, which decides how the answer is. */
export type Packing = 'zlib' | 'gzip' | 'plain';

export type Inflated = { readonly packing: Packing; readonly plain: Uint8Array };

/** What a message may hold once it is inflated, in bytes: a whole inventory of a server with all its software has about 2 MB. */
export const MOST_INFLATED_BYTES = 20 * 1_048_576;

const unpack = { zlib: promisify(inflate), gzip: promisify(gunzip) };

/**
 * Bytes as an agent sent them, inflated. Agents call the same packing by different names, so its first bytes say what it is. Throws
 * `malformed` for what is broken, and `too_large` as soon as it grows past the limit.
 */
export async function inflateMessage(bytes: Buffer): Promise<Inflated> {
  const packing = packingOf(bytes);
  if (packing === 'plain') {
    if (bytes.length > MOST_INFLATED_BYTES) throw tooLarge();
    return { packing, plain: bytes };
  }
  try {
    const plain = await unpack[packing](bytes, {
      maxOutputLength: MOST_INFLATED_BYTES,
      finishFlush: constants.Z_FINISH,
    });
    return { packing, plain };
  } catch (cause) {
    if ((cause as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw new Fault('malformed', `The message is no ${packing} stream, or it broke off.`, { cause });
  }
}

function packingOf([first, second]: Buffer): Packing {
  if (first === 0x1f && second === 0x8b) return 'gzip';
  // RFC 1950: deflate with any window, and a header that is a multiple of 31.
  if (first !== undefined && second !== undefined && (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0)
    return 'zlib';
  return 'plain';
}

const tooLarge = () =>
  new Fault('too_large', `An inventory may have at most ${MOST_INFLATED_BYTES / 1_048_576} MB when it is inflated.`);
