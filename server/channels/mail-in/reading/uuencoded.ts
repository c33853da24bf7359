/** A file that stands in a text, line by line. */
export type WrittenFile = { name: string; bytes: Buffer };

const BEGINS = /^begin [0-7]{3,4} (\S.{0,254})$/;
const MOST_FILES = 100;

/** The bytes of one line; null where it is none (POSIX, uuencode). */
function bytesOf(line: string): Buffer | null {
  if (!/^[\x20-\x60]{1,62}$/.test(line)) return null;
  const length = (line.charCodeAt(0) - 32) & 63;
  const letters = Math.ceil(length / 3) * 4;
  // Blanks at its end may have been lost on the way, and some programs add a letter that is a sum.
  if (line.length - 1 > letters + 1 || (length > 0 && line.length === 1)) return null;
  const code = (at: number) => ((at < line.length ? line.charCodeAt(at) : 32) - 32) & 63;
  const bytes = Buffer.alloc((letters / 4) * 3);
  for (let group = 0; group < letters / 4; group++) {
    const at = 1 + group * 4;
    const bits = (code(at) << 18) | (code(at + 1) << 12) | (code(at + 2) << 6) | code(at + 3);
    bytes.writeUIntBE(bits, group * 3, 3);
  }
  return bytes.subarray(0, length);
}

/** Takes files out of a text that were written into it (uuencode); whatever is not one from "begin" to "end" stays text. */
export function withoutUuencoded(text: string): { text: string; files: WrittenFile[] } {
  if (!/^begin [0-7]{3,4} /m.test(text)) return { text, files: [] };
  const lines = text.split('\n');
  const kept: string[] = [];
  const files: WrittenFile[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const name = files.length < MOST_FILES ? BEGINS.exec(line)?.[1] : undefined;
    const found = name === undefined ? null : fileFrom(lines, at + 1);
    if (name === undefined || !found) kept.push(line);
    else {
      files.push({ name, bytes: found.bytes });
      at = found.end;
    }
  }
  return { text: kept.join('\n'), files };
}

function fileFrom(lines: readonly string[], from: number): { bytes: Buffer; end: number } | null {
  const pieces: Buffer[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trimEnd() === 'end') return { bytes: Buffer.concat(pieces), end: at };
    // The line before the end holds nothing, and may have lost even that.
    const bytes = line.trim() === '' && lines[at + 1]?.trimEnd() === 'end' ? Buffer.alloc(0) : bytesOf(line);
    if (!bytes) return null;
    pieces.push(bytes);
  }
  return null;
}
