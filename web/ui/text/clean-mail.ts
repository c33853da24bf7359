import { outwardLink } from '#shared/link-words.ts';
import { cleanHtml } from './clean.ts';
import { truePlace } from './true-place.ts';

/** The same for what came by mail: of a link that leads nowhere the words are left, and where its words name another place, the true one follows. */
export function cleanMail(html: string): string {
  const clean = cleanHtml(html);
  if (!/<a\b/i.test(clean)) return clean;
  const { body } = new DOMParser().parseFromString(clean, 'text/html');
  for (const link of body.querySelectorAll('a')) {
    const href = outwardLink(link.getAttribute('href') ?? '');
    if (href === null) {
      link.replaceWith(...link.childNodes);
      continue;
    }
    link.setAttribute('href', href);
    const place = truePlace(link.textContent, href);
    if (place !== null) link.append(toldPlace(link.ownerDocument, place));
  }
  return body.innerHTML;
}

function toldPlace(page: Document, place: string): HTMLElement {
  const told = page.createElement('bdi');
  told.className = 'f-true-place';
  told.textContent = ` (${place})`;
  return told;
}
