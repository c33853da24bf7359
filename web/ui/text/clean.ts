import DOMPurify from 'dompurify';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, LINK_SCHEMES } from '#shared/html-words.ts';

const PICTURE = /^\/api\/v1\/article-files\/[0-9a-f-]{36}$/;
const TAGS = [...ALLOWED_TAGS];
const ATTRIBUTES = [...new Set(Object.values(ALLOWED_ATTRIBUTES).flat())];

// Links of a conversation lead out of the app: in a place of their own, and without telling where from.
// Pictures are those that were uploaded for an article, and no others.
DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'IMG' && !PICTURE.test(node.getAttribute('src') ?? '')) node.remove();
  if (node.tagName !== 'A') return;
  const scheme = /^\s*([^/?#]*):/.exec(node.getAttribute('href') ?? '')?.[1];
  if (scheme !== undefined && !LINK_SCHEMES.includes(scheme.toLowerCase())) node.removeAttribute('href');
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noopener noreferrer nofollow');
});

/** Rich text from the server, which cleaned it when it was written, cleaned once more before it is shown; that of an article may have pictures. */
export const cleanHtml = (html: string, pictures = false): string =>
  DOMPurify.sanitize(html, {
    ALLOWED_TAGS: pictures ? [...TAGS, 'img'] : TAGS,
    ALLOWED_ATTR: pictures ? [...ATTRIBUTES, 'src', 'alt'] : ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
