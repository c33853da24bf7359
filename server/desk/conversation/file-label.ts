const MOST = 200;

/**
 * A file name as a label: no paths, control or direction characters, at most 200 characters; "file" for one that has none. What is
 * too long loses its middle and keeps its beginning, which says what it is, and its extension.
 */
export function fileLabel(name: string | undefined): string {
  const last = name?.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^\.+/, '')
    .trim();
  return shortened(plain) || 'file';
}

/** What a form writes with percent signs: quotation marks and line ends, and, in some programs, what is not ASCII. No other letter. */
const WRITTEN = /%(?:22|0D|0A)|(?:%[89A-F][0-9A-F])+/gi;

/** The name of a file as it was before a form was made of it (RFC 7578). What is no letter so written stays as it stands. */
export function sentName(name: string | undefined): string | undefined {
  return name?.replace(WRITTEN, (written) => {
    try {
      return decodeURIComponent(written);
    } catch {
      return written;
    }
  });
}

function shortened(name: string): string {
  if (name.length <= MOST) return name;
  const [extension = ''] = /\.[^.\s]{1,20}$/u.exec(name) ?? [];
  const beginning = name.slice(0, MOST - extension.length - 1).replace(/[\ud800-\udbff]$/, '');
  return `${beginning.trimEnd()}…${extension}`;
}
