/** What the dictionary holds before anything is read ([MS-OXRTFCP] 2.1.2.1). */
const BEFORE =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArial' +
  'Times New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const DICTIONARY = 4_096;
/** "LZFu" and "MELA": compressed, and as it is. */
const COMPRESSED = 0x75465a4c;
const PLAIN = 0x414c454d;
const HEAD = 16;

/**
 * The RTF that Outlook keeps compressed ([MS-OXRTFCP]): pieces of up to 17 bytes out of the 4,096 that were written last. What the head says
 * about the size is not believed.
 * @param most bytes at most; `whole` is false where there would be more, or where the input breaks off
 * @returns null for bytes that are none
 */
export function decompressed(input: Buffer, most: number): { bytes: Buffer; whole: boolean } | null {
  if (input.length < HEAD) return null;
  const kind = input.readUInt32LE(8);
  const end = Math.min(input.length, 4 + input.readUInt32LE(0));
  if (kind === PLAIN) {
    const size = Math.min(input.readUInt32LE(4), end - HEAD, most);
    return { bytes: input.subarray(HEAD, HEAD + Math.max(0, size)), whole: size === input.readUInt32LE(4) };
  }
  if (kind !== COMPRESSED) return null;
  const dictionary = Buffer.alloc(DICTIONARY);
  let at = dictionary.write(BEFORE, 'latin1');
  // No piece of input gives more than 17 bytes for two.
  const out = Buffer.alloc(Math.min(most, (end - HEAD) * 9));
  let written = 0;
  const put = (byte: number) => {
    dictionary[at] = byte;
    at = (at + 1) % DICTIONARY;
    out[written++] = byte;
  };
  let read = HEAD;
  while (read < end) {
    const control = input[read++] ?? 0;
    for (let bit = 0; bit < 8; bit++) {
      if (written >= out.length) return { bytes: out, whole: false };
      if ((control & (1 << bit)) === 0) {
        if (read >= end) return { bytes: out.subarray(0, written), whole: false };
        put(input[read++] ?? 0);
        continue;
      }
      if (read + 2 > end) return { bytes: out.subarray(0, written), whole: false };
      const token = input.readUInt16BE(read);
      read += 2;
      let from = token >> 4;
      // A reference to where the next byte goes ends it.
      if (from === at) return { bytes: out.subarray(0, written), whole: true };
      for (let left = (token & 15) + 2; left > 0 && written < out.length; left--) {
        put(dictionary[from] ?? 0);
        from = (from + 1) % DICTIONARY;
      }
    }
  }
  return { bytes: out.subarray(0, written), whole: false };
}
