/** What an RTF text says: HTML where a program wrapped HTML into it, else plain words. */
export type RtfWords = { html: string; text: string; whole: boolean };

/** Characters that are written at most. */
const MOST_WRITTEN = 1_048_576;
/** Groups within groups; deeper ones belong to the last. */
const MOST_GROUPS = 200;
const MOST_FONTS = 1_000;

/** Groups that hold no words, besides those marked by `\*` ([RTF] 1.9.1, "Destination"). */
const WORDLESS = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf filetbl listtable revtbl themedata pntext'.split(
    ' ',
  ),
);
/** Words that stand for a character: what a text says, and what HTML says. */
const SIGNS: Readonly<Record<string, string>> = {
  par: '\r\n',
  line: '\r\n',
  sect: '\r\n',
  page: '\r\n',
  row: '\r\n',
  cell: '\t',
  tab: '\t',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  bullet: '\u2022',
  endash: '\u2013',
  emdash: '\u2014',
  emspace: '\u2003',
  enspace: '\u2002',
};
const SYMBOLS: Readonly<Record<string, string>> = { '~': '\u00a0', _: '\u00ad', '\\': '\\', '{': '{', '}': '}' };

/** Code pages of the character sets of fonts ([RTF] 1.9.1, `\fcharset`). */
const OF_FONT: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};
const OF_PAGE: Readonly<Record<number, string>> = { 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5' };
const charsetOfPage = (page: number): string =>
  page === 65001 ? 'utf-8' : (OF_PAGE[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252'));

const decoders = new Map<string, TextDecoder>();
/** One of the few above, made once: a text may change its letters with every byte. */
function decoderOf(charset: string): TextDecoder {
  const decoder = decoders.get(charset) ?? new TextDecoder(charset);
  decoders.set(charset, decoder);
  return decoder;
}

type Group = {
  /** Words of it are left out. */
  skipped: boolean;
  /** It holds HTML as it stood in the source ([MS-OXRTFEX] 2.1.3.1). */
  tag: boolean;
  /** Words that stand for what the HTML says elsewhere (`\htmlrtf`, [MS-OXRTFEX] 2.1.3.2). */
  hidden: boolean;
  font: number;
  /** Characters that follow each `\u` for programs that do not know it. */
  unicodeSkip: number;
};

/** A control word with its number, a control symbol, a byte in hexadecimal, or text; one after the other, whatever it means. */
const TOKEN = /\\(?:([a-zA-Z]{1,40})(-?\d{1,9})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))|([{}])|([^\\{}\r\n]+)|[\s\S]/g;

/**
 * Reads RTF: HTML or plain text that a mail program wrapped into it ([MS-OXRTFEX], `\fromhtml1` and `\fromtext`) is unwrapped, of anything
 * else the words are taken. Bounded: no more is written than is shown, and no group is remembered below the 200th.
 * @param bytes RTF is 7 bit; other bytes count as its code page says
 */
export function wordsInRtf(bytes: Buffer): RtfWords | null {
  const source = bytes.toString('latin1');
  if (!source.startsWith('{\\rtf')) return null;
  const isHtml = /\\fromhtml1?(?![0-9a-z])/.test(source.slice(0, 2_000));
  const fonts = new Map<number, string>();
  let page = 'windows-1252';
  let out = '';
  let pending: number[] = [];
  let pendingAs = page;
  let group: Group = { skipped: false, tag: false, hidden: false, font: -1, unicodeSkip: 1 };
  const outer: Group[] = [];
  let tooDeep = 0;
  let skip = 0;
  /** `\*` was read: the next word names a destination that may be left out. */
  let optional = false;
  /** Within the table of fonts: the one whose character set is told next. */
  let font = -1;

  const flush = () => {
    if (pending.length > 0) out += decoderOf(pendingAs).decode(Buffer.from(pending));
    pending = [];
  };
  const speaks = () => !group.skipped && (group.tag || !group.hidden);
  const say = (text: string) => {
    flush();
    out += text;
  };
  const sayBytes = (text: string) => {
    const charset = group.tag ? page : (fonts.get(group.font) ?? page);
    if (charset !== pendingAs) flush();
    pendingAs = charset;
    for (let at = 0; at < text.length; at++) {
      if (skip > 0) skip -= 1;
      else if (speaks()) pending.push(text.charCodeAt(at));
    }
  };
  const sign = (text: string) => {
    if (skip > 0) skip -= 1;
    else if (speaks()) say(text);
  };
  function word(name: string, value: number | null): void {
    if (optional) {
      optional = false;
      if (name === 'htmltag') group = { ...group, tag: true, skipped: outer.at(-1)?.skipped ?? false };
      else group.skipped = true;
      return;
    }
    if (WORDLESS.has(name)) group.skipped = true;
    else if (name === 'htmlrtf') group.hidden = isHtml && value !== 0;
    else if (name === 'ansicpg') page = charsetOfPage(value ?? 0);
    else if (name === 'f') {
      font = value ?? 0;
      group.font = font;
    } else if (name === 'fcharset') {
      const charset = OF_FONT[value ?? 0];
      if (charset && fonts.size < MOST_FONTS) fonts.set(font, charset);
    } else if (name === 'uc') group.unicodeSkip = Math.min(Math.max(value ?? 1, 0), 8);
    else if (name === 'u') {
      if (speaks()) say(String.fromCharCode((value ?? 63) & 0xffff));
      skip = group.unicodeSkip;
    } else if (name === 'plain') group.hidden = isHtml && group.hidden;
    else if (SIGNS[name] !== undefined) sign(SIGNS[name]);
  }
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    if (out.length + pending.length > MOST_WRITTEN) {
      flush();
      return shaped(false);
    }
    const [all, name, number, hex, symbol, brace, text] = match;
    if (name !== undefined) {
      const value = number === undefined ? null : Number(number);
      if (name === 'bin') TOKEN.lastIndex += Math.max(0, value ?? 0);
      else word(name, value);
    } else if (hex !== undefined) sayBytes(String.fromCharCode(Number.parseInt(hex, 16)));
    else if (symbol === '*') optional = true;
    else if (symbol !== undefined) {
      const said = symbol === '\n' || symbol === '\r' ? '\r\n' : SYMBOLS[symbol];
      if (said !== undefined) sign(said);
    } else if (brace === '{') {
      skip = 0;
      if (outer.length < MOST_GROUPS) {
        outer.push(group);
        group = { ...group };
      } else tooDeep += 1;
    } else if (brace === '}') {
      skip = 0;
      optional = false;
      flush();
      if (tooDeep > 0) tooDeep -= 1;
      else group = outer.pop() ?? group;
    } else if (text !== undefined) sayBytes(text);
    else if (all === '\0') break;
  }
  flush();
  return shaped(true);

  function shaped(whole: boolean): RtfWords {
    return isHtml ? { html: out, text: '', whole } : { html: '', text: out.replace(/\s+$/, ''), whole };
  }
}
