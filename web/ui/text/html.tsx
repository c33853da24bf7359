import DOMPurify from 'dompurify';
import { useMemo } from 'react';
import './text.css';

const PICTURE = /^\/api\/v1\/article-files\/[0-9a-f-]{36}$/;
const NEVER = ['style', 'form', 'picture', 'source', 'audio', 'video'];

// Links of a conversation lead out of the app: in a place of their own, and without telling where from.
// Pictures are those that were uploaded for an article, and no others.
DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'IMG' && !PICTURE.test(node.getAttribute('src') ?? '')) node.remove();
  if (node.tagName !== 'A') return;
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noopener noreferrer nofollow');
});

/** Rich text from the server, cleaned once more before it is shown; that of an article may have pictures. */
export function Html({ html, pictures = false }: { html: string; pictures?: boolean }) {
  const clean = useMemo(
    () =>
      DOMPurify.sanitize(html, {
        USE_PROFILES: { html: true },
        FORBID_TAGS: pictures ? NEVER : [...NEVER, 'img'],
        FORBID_ATTR: ['style', 'id', 'class', 'srcset'],
      }),
    [html, pictures],
  );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the server when it was written, and here again
  return <div className="f-text" dir="auto" dangerouslySetInnerHTML={{ __html: clean }} />;
}
