const SHOWN = 160;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/**
 * The beginning of a cleaned description as one line of text. Told for every line of a list, so it takes the marks out by
 * hand; a mark that was cut through goes too. What comes out is text and is never shown as HTML.
 */
export function openingLine(html: string): string {
  return html
    .replace(/<[^>]*(>|$)/g, ' ')
    .replace(/&([a-z]+|#\d+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, SHOWN);
}
