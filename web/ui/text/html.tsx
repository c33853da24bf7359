import DOMPurify from 'dompurify';
import { useMemo } from 'react';
import './text.css';

// Links of a conversation lead out of the app: in a place of their own, and without telling where from.
DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return;
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noopener noreferrer nofollow');
});

/** Rich text from the server, cleaned once more before it is shown. */
export function Html({ html }: { html: string }) {
  const clean = useMemo(
    () =>
      DOMPurify.sanitize(html, {
        USE_PROFILES: { html: true },
        FORBID_TAGS: ['style', 'form', 'img', 'picture', 'source', 'audio', 'video'],
        FORBID_ATTR: ['style', 'id', 'class'],
      }),
    [html],
  );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the server when it was written, and here again
  return <div className="f-text" dir="auto" dangerouslySetInnerHTML={{ __html: clean }} />;
}
