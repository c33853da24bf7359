import { fileTypeFromBuffer } from 'file-type';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { MOST_PICTURE_BYTES, PICTURE_SIDES } from '#shared/brand-words.ts';
import { safeSvg } from './svg.ts';

export type Picture = { mediaType: string; width: number; height: number; bytes: Buffer };

const refuse = (message: FieldError['message']) => invalid([{ path: 'file', message }]);

/** A picture that may be handed out: of a kind that browsers show, of a size that fits, an SVG cleaned. Refuses any other. */
export async function checkedPicture(content: Buffer): Promise<Picture> {
  if (content.length > MOST_PICTURE_BYTES) throw refuse(`may have at most ${MOST_PICTURE_BYTES / 1024} KB`);
  const kind = (await fileTypeFromBuffer(content))?.mime;
  const size =
    kind === 'image/png'
      ? pngSize(content)
      : kind === 'image/jpeg'
        ? jpegSize(content)
        : kind === 'image/webp'
          ? webpSize(content)
          : null;
  if (kind !== undefined && size) return bounded({ mediaType: kind, ...size, bytes: content });
  if (kind === undefined || kind === 'application/xml' || kind === 'image/svg+xml') {
    const text = content.toString('utf8');
    if (/<svg[\s>]/i.test(text)) {
      const clean = safeSvg(text);
      if (!clean) throw refuse('is an SVG picture that cannot be made safe; export it as plain SVG or as PNG');
      return { mediaType: 'image/svg+xml', width: clean.width, height: clean.height, bytes: Buffer.from(clean.svg) };
    }
  }
  throw refuse('is not a PNG, JPEG, WebP or SVG picture');
}

function bounded(picture: Picture): Picture {
  const { least, most } = PICTURE_SIDES;
  const sides = [picture.width, picture.height];
  if (sides.some((side) => side < least || side > most))
    throw refuse(`is ${picture.width} × ${picture.height} pixels; each side must have ${least} to ${most}`);
  return picture;
}

type Size = { width: number; height: number };

function pngSize(bytes: Buffer): Size | null {
  if (bytes.length < 24 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Walks the segments to the one that begins a frame (ITU T.81, B.2.2). */
function jpegSize(bytes: Buffer): Size | null {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** The three kinds of WebP: lossy, lossless and extended (RFC 9649). */
function webpSize(bytes: Buffer): Size | null {
  if (bytes.length < 30) return null;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}
