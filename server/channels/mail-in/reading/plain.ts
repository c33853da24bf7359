import { htmlLines, PICTURE } from './lines.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** The words of HTML, line by line. */
export function plainOf(html: string): string {
  return htmlLines(html)
    .map(({ text, depth }) =>
      `${depth > 0 ? `${'>'.repeat(Math.min(depth, 20))} ` : ''}${text.replaceAll(PICTURE, '')}`.trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}

const LINK = /\bhttps?:\/\/[^\s<>"]{1,2000}/g;

/** A line of plain text as HTML, its links to be followed. */
function linked(line: string): string {
  let out = '';
  let at = 0;
  for (const match of line.matchAll(LINK)) {
    const address = match[0].replace(/[.,;:!?)\]}'»]+$/, '');
    out += `${escapeHtml(line.slice(at, match.index))}<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
    at = match.index + address.length;
  }
  return out + escapeHtml(line.slice(at));
}

/** Plain text as HTML: an empty line begins a paragraph. */
export function htmlOfPlain(text: string): string {
  const paragraphs: string[][] = [[]];
  for (const row of text.split('\n')) {
    // Blanks at the begin of a line are kept, because lists and logs are set with them.
    const indent = /^[ \t]*/.exec(row)?.[0].replace(/\t/g, '    ').length ?? 0;
    const line = row.trim();
    if (line === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push('\u00a0'.repeat(Math.min(indent, 40)) + linked(line));
  }
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => `<p>${lines.join('<br>')}</p>`)
    .join('');
}
