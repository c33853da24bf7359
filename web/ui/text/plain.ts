const BLOCKS = 'p, div, li, blockquote, pre, tr, h1, h2, h3, h4, h5, h6';

/** Rich text as the plain text that somebody would have typed: its words, and a line for each of its lines. */
export function plainText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const line of body.querySelectorAll('br')) line.replaceWith('\n');
  for (const block of body.querySelectorAll(BLOCKS)) block.append('\n');
  return (body.textContent ?? '').replace(/\n{3,}/g, '\n\n').trim();
}
