/** Names that mail programs use and the encoding standard does not know. */
const ALIASES: Record<string, string> = {
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  cp936: 'gbk',
  ms936: 'gbk',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  cp950: 'big5',
  cp1250: 'windows-1250',
  cp1251: 'windows-1251',
  cp1252: 'windows-1252',
  'ansi_x3.110-1983': 'windows-1252',
  'cp-850': 'windows-1252',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  utf8mb4: 'utf-8',
  utf_8: 'utf-8',
};
/** Labels under which programs send what they do not know themselves. */
const VAGUE = new Set([
  '',
  'us-ascii',
  'ascii',
  'ansi_x3.4-1968',
  'unknown-8bit',
  'x-unknown',
  'unknown',
  'default',
  'iso-8859-1',
  'latin1',
  'windows-1252',
  'binary',
  '8bit',
  '7bit',
]);

const utf8 = new TextDecoder('utf-8', { fatal: true });

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(ALIASES[label] ?? label);
  } catch {
    return null;
  }
}

/** Whether the bytes switch character sets as ISO-2022-JP does. */
function switchesToJapanese(bytes: Uint8Array): boolean {
  const from = bytes.indexOf(0x1b);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes of ISO 2022
  return from >= 0 && /\x1b\$[@B]|\x1b\(J/.test(Buffer.from(bytes.subarray(from)).toString('latin1'));
}

/**
 * The text of bytes in the character set that their label names, or that they are evidently in: Latin-1 is read as
 * windows-1252, and UTF-8 is recognised under a label that says nothing. Never throws. UTF-7 is left as it is.
 */
export function decodeBytes(
  bytes: Uint8Array,
  label: string | undefined,
  fault: (sentence: string) => void = () => {},
): string {
  const name = (label ?? '').trim().toLowerCase().replace(/\*.*$/, '');
  if (VAGUE.has(name)) {
    if (switchesToJapanese(bytes)) return new TextDecoder('iso-2022-jp').decode(bytes);
    return asUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  }
  if (name === 'utf-8' || name === 'utf8') {
    const text = asUtf8(bytes);
    if (text !== null) return text;
    fault('The text says it is UTF-8 and is not.');
    return mixed(bytes);
  }
  if (/^(x-)?(unicode-1-1-)?utf-7/.test(name)) {
    fault('The text is in UTF-7, which is shown as it came.');
    return mixed(bytes);
  }
  const decoder = decoderFor(name);
  if (decoder) return decoder.decode(bytes);
  fault(`The character set “${name.slice(0, 40)}” is not known.`);
  return asUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}

/** UTF-8 with a few broken bytes keeps its letters; what is mostly something else is read as windows-1252. */
function mixed(bytes: Uint8Array): string {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const broken = lenient.split('\ufffd').length - 1;
  let above = 0;
  for (const byte of bytes) if (byte > 0x7f) above += 1;
  return broken * 2 > above ? new TextDecoder('windows-1252').decode(bytes) : lenient;
}

/** The character set that an HTML page names itself, for mails that do not say. */
export function charsetOfPage(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1');
  return /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(start)?.[1];
}
