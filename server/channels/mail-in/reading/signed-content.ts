/** One value of ASN.1 in BER: where its content lies and where the next value begins. */
type Value = { tag: number; constructed: boolean; start: number; end: number; next: number };

/** Values within each other that a signed mail never has. */
const MOST_DEPTH = 12;
const SIGNED = Buffer.from('2a864886f70d010702', 'hex');
const OID = 0x06;
const OCTETS = 0x04;
const SEQUENCE = 0x10;

/** Reads the value at a place; null when it is none or goes beyond the end. */
function valueAt(bytes: Buffer, at: number, limit: number, depth: number): Value | null {
  const first = bytes[at];
  const length = bytes[at + 1];
  if (first === undefined || length === undefined || at + 2 > limit || depth > MOST_DEPTH || (first & 0x1f) === 0x1f)
    return null;
  const value = { tag: first & 0x1f, constructed: (first & 0x20) !== 0 };
  if (length === 0x80) {
    // Without a length: until two zeros.
    let inner = at + 2;
    while (!(bytes[inner] === 0 && bytes[inner + 1] === 0)) {
      const child = valueAt(bytes, inner, limit, depth + 1);
      if (!child || child.next <= inner) return null;
      inner = child.next;
    }
    return inner + 2 <= limit ? { ...value, start: at + 2, end: inner, next: inner + 2 } : null;
  }
  const octets = length > 0x80 ? length - 0x80 : 0;
  if (octets > 4) return null;
  let size = octets === 0 ? length : 0;
  for (let index = 0; index < octets; index++) size = size * 256 + (bytes[at + 2 + index] ?? 0);
  const start = at + 2 + octets;
  return start + size <= limit ? { ...value, start, end: start + size, next: start + size } : null;
}

function childrenOf(bytes: Buffer, { start, end }: Value, depth: number): Value[] {
  const found: Value[] = [];
  for (let at = start; at < end && found.length < 100_000; ) {
    const child = valueAt(bytes, at, end, depth);
    if (!child || child.next <= at) break;
    found.push(child);
    at = child.next;
  }
  return found;
}

/** The mail within a signature that wraps it (CMS SignedData); null when the bytes are none, or are encrypted. Checks nothing. */
export function signedContent(bytes: Buffer): Buffer | null {
  const whole = valueAt(bytes, 0, bytes.length, 0);
  const [kind, wrapped] = whole ? childrenOf(bytes, whole, 1) : [];
  if (kind?.tag !== OID || !wrapped || !bytes.subarray(kind.start, kind.end).equals(SIGNED)) return null;
  const data = childrenOf(bytes, wrapped, 2)[0];
  const encapsulated = data
    ? childrenOf(bytes, data, 3).find(({ tag, constructed }, at) => at > 0 && tag === SEQUENCE && constructed)
    : undefined;
  const content = encapsulated ? childrenOf(bytes, encapsulated, 4)[1] : undefined;
  const octets = content ? childrenOf(bytes, content, 5)[0] : undefined;
  if (octets?.tag !== OCTETS) return null;
  if (!octets.constructed) return bytes.subarray(octets.start, octets.end);
  return Buffer.concat(childrenOf(bytes, octets, 6).map(({ start, end }) => bytes.subarray(start, end)));
}
