import sanitize from 'sanitize-html';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, LINK_SCHEMES } from '#shared/html-words.ts';

const ALLOWED: sanitize.IOptions = {
  allowedTags: [...ALLOWED_TAGS],
  allowedAttributes: Object.fromEntries(Object.entries(ALLOWED_ATTRIBUTES).map(([tag, names]) => [tag, [...names]])),
  allowedSchemes: [...LINK_SCHEMES],
  allowProtocolRelative: false,
  nestingLimit: 40,
  transformTags: { a: sanitize.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }) },
};

/** HTML that is safe to store and show. */
export function cleanHtml(html: string): string {
  return sanitize(html, ALLOWED).trim();
}

/** The address of a picture in an article, with its id. */
export const PICTURE = /^\/api\/v1\/article-files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const WITH_PICTURES: sanitize.IOptions = {
  ...ALLOWED,
  allowedTags: [...(ALLOWED.allowedTags as string[]), 'img'],
  allowedAttributes: { ...(ALLOWED.allowedAttributes as object), img: ['src', 'alt'] },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !PICTURE.test(attribs['src'] ?? ''),
};

/** The same for an article, which may hold pictures that were uploaded for it, and no others. */
export function cleanArticleHtml(html: string): string {
  return sanitize(html, WITH_PICTURES).trim();
}

/** The words of HTML, block ends as spaces; entities decoded. */
export function htmlToText(html: string): string {
  const spaced = html.replace(/<\/(p|li|tr|h[1-6]|blockquote|pre)>|<br\s*\/?>/gi, '$& ');
  return sanitize(spaced, { allowedTags: [], allowedAttributes: {}, textFilter: (text) => text })
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
