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

function shortened(name: string): string {
  if (name.length <= MOST) return name;
  const [extension = ''] = /\.[^.\s]{1,20}$/u.exec(name) ?? [];
  const beginning = name.slice(0, MOST - extension.length - 1).replace(/[\ud800-\udbff]$/, '');
  return `${beginning.trimEnd()}…${extension}`;
}
