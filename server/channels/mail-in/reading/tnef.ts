import { decodeBytes } from './charset.ts';
import { wordsInRtf } from './rtf.ts';
import { decompressed } from './rtf-compressed.ts';

/** A file that a container of Outlook's carries. */
export type CarriedFile = { name: string; type: string; contentId: string | null; bytes: Buffer };
/** What was taken out of one. */
export type Carried = {
  files: CarriedFile[];
  text: string;
  html: string;
  /** Whether all of its files were taken out. */
  whole: boolean;
};

type Property = { id: number; type: number; value: Buffer };
type Found = { title: string; data: Buffer | null; properties: Property[] };

const SIGNATURE = 0x223e9f78;
const MOST_FILES = 200;
const MOST_PROPERTIES = 2_000;
/** Bytes of a text in RTF that are read. */
const MOST_RTF = 4_194_304;

/** Attributes of the stream ([MS-OXTNEF] 2.1.3.2 and 2.1.3.3), without their types. */
const TITLE = 0x8010;
const DATA = 0x800f;
const BEGINS = 0x9002;
const FILE_PROPERTIES = 0x9005;
const MAIL_PROPERTIES = 0x9003;
const CODEPAGE = 0x9007;
const BODY = 0x800c;

/** Properties ([MS-OXPROPS]). */
const ATTACHED_DATA = 0x3701;
const LONG_NAME = 0x3707;
const SHORT_NAME = 0x3704;
const SHOWN_NAME = 0x3001;
const MEDIA_TYPE = 0x370e;
const CONTENT_ID = 0x3712;
const TEXT = 0x1000;
const HTML = 0x1013;
const RTF = 0x1009;

const STRING8 = 0x001e;
const UNICODE = 0x001f;
const BINARY = 0x0102;
const OBJECT = 0x000d;
const MANY = 0x1000;
/** Bytes of the values that have always as many, rounded up to four. */
const SIZES: Readonly<Record<number, number>> = {
  1: 4,
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};
/** An embedded object begins with what kind it is. */
const KIND_OF_OBJECT = 16;

const padded = (length: number) => length + ((4 - (length % 4)) % 4);

/** Reads numbers and pieces one after the other; going beyond the end throws, which ends the reading of the container. */
function reader(bytes: Buffer) {
  let at = 0;
  const take = (length: number): Buffer => {
    if (length < 0 || at + length > bytes.length) throw new RangeError('beyond the end');
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    take,
    u8: () => take(1).readUInt8(),
    u16: () => take(2).readUInt16LE(),
    u32: () => take(4).readUInt32LE(),
    left: () => bytes.length - at,
  };
}

/** A list of properties ([MS-OXTNEF] 2.1.3.4); what follows one that cannot be read is left out. */
function propertiesIn(bytes: Buffer): Property[] {
  const found: Property[] = [];
  const read = reader(bytes);
  try {
    const count = Math.min(read.u32(), MOST_PROPERTIES);
    for (let n = 0; n < count; n++) {
      const [type, id] = [read.u16(), read.u16()];
      if (id >= 0x8000) {
        read.take(16);
        if (read.u32() === 0) read.u32();
        else read.take(padded(read.u32()));
      }
      const single = type & ~MANY;
      const size = SIZES[single];
      const values = type & MANY || size === undefined ? Math.min(read.u32(), MOST_PROPERTIES) : 1;
      for (let value = 0; value < values; value++) {
        if (size !== undefined) read.take(size);
        else {
          const length = read.u32();
          found.push({ id, type: single, value: read.take(length) });
          read.take(Math.min(padded(length) - length, read.left()));
        }
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

/**
 * What a container of Outlook's ("winmail.dat", [MS-OXTNEF]) carries: its files, and its text, out of Outlook's own format (RTF) where there is
 * no other.
 * Null for bytes that are none; of a broken one what stands before the break.
 */
export function carriedIn(bytes: Buffer): Carried | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) return null;
  const read = reader(bytes.subarray(6));
  const files: Found[] = [];
  let mail: Property[] = [];
  let body = '';
  let charset = 'windows-1252';
  let whole = true;
  try {
    while (read.left() > 0) {
      const level = read.u8();
      const id = read.u32() & 0xffff;
      const value = read.take(read.u32());
      if (read.left() >= 2) read.take(2);
      const file = files.at(-1);
      if (level === 1 && id === CODEPAGE && value.length >= 4) charset = charsetOf(value.readUInt32LE(0));
      else if (level === 1 && id === BODY) body = textOf(value, charset);
      else if (level === 1 && id === MAIL_PROPERTIES) mail = propertiesIn(value);
      else if (level !== 2) continue;
      else if (id === BEGINS && files.length <= MOST_FILES) files.push({ title: '', data: null, properties: [] });
      else if (file && id === TITLE) file.title = textOf(value, charset);
      else if (file && id === DATA) file.data = value;
      else if (file && id === FILE_PROPERTIES) file.properties = propertiesIn(value);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    whole = false;
  }
  const words = (properties: readonly Property[], id: number): string => {
    const one = properties.find((property) => property.id === id);
    return one ? stringOf(one, charset) : '';
  };
  const taken = files.slice(0, MOST_FILES).flatMap((file): CarriedFile[] => {
    const { properties, title } = file;
    const data = file.data ?? dataIn(properties);
    if (data === null) return [];
    const name =
      words(properties, LONG_NAME) || title || words(properties, SHORT_NAME) || words(properties, SHOWN_NAME);
    const contentId =
      words(properties, CONTENT_ID)
        .replace(/[<>\s]/g, '')
        .slice(0, 998) || null;
    return [{ name, type: words(properties, MEDIA_TYPE).toLowerCase(), contentId, bytes: data }];
  });
  const said = { text: words(mail, TEXT) || body, html: words(mail, HTML) };
  const rtf = said.text === '' && said.html === '' ? rtfOf(mail) : null;
  return {
    files: taken,
    text: rtf?.text ?? said.text,
    html: rtf?.html ?? said.html,
    whole: whole && (rtf?.whole ?? true) && taken.length === files.length,
  };
}

function rtfOf(properties: readonly Property[]): ReturnType<typeof wordsInRtf> {
  const packed = properties.find(({ id, type }) => id === RTF && type === BINARY);
  const rtf = packed ? decompressed(packed.value, MOST_RTF) : null;
  const said = rtf && wordsInRtf(rtf.bytes);
  return said && { ...said, whole: said.whole && rtf.whole };
}

const charsetOf = (codepage: number): string =>
  codepage === 65001 ? 'utf-8' : codepage === 932 ? 'shift_jis' : codepage === 936 ? 'gbk' : `windows-${codepage}`;

const textOf = (bytes: Buffer, charset: string): string => decodeBytes(bytes, charset).replace(/\0+$/, '');

function stringOf({ type, value }: Property, charset: string): string {
  if (type === UNICODE) return value.toString('utf16le').replace(/\0+$/, '');
  return type === STRING8 || type === BINARY ? textOf(value, charset) : '';
}

function dataIn(properties: readonly Property[]): Buffer | null {
  const data = properties.find(({ id }) => id === ATTACHED_DATA);
  if (data?.type === BINARY) return data.value;
  return data?.type === OBJECT ? data.value.subarray(KIND_OF_OBJECT) : null;
}
