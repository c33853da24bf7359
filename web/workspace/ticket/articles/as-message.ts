const HEADING = /<h[1-6][^>]*>(.*?)<\/h[1-6]>/gs;
const PICTURE = /<img[^>]*>/g;

/** The text of an article as a message has it: its headings are bold lines, and its pictures, of which a message has none, are counted. */
export const asMessage = (html: string): { html: string; pictures: number } => ({
  html: html.replace(PICTURE, '').replace(HEADING, '<p><strong>$1</strong></p>'),
  pictures: html.match(PICTURE)?.length ?? 0,
});

/** Says how many pictures are missing from what was put in. */
export const leftOut = (title: string, pictures: number): string =>
  pictures === 1
    ? `The picture of “${title}” is left out; a link to the article shows it`
    : `The ${pictures} pictures of “${title}” are left out; a link to the article shows them`;
