import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** The text of a page of the guide; its links to other pages stay in the app. */
export function GuideText({ html }: { html: string }) {
  const ref = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const element = ref.current;
    const follow = (event: MouseEvent) => {
      const href = (event.target as Element).closest('a')?.getAttribute('href');
      if (!href?.startsWith('/guide/') || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void navigate({ href });
    };
    element?.addEventListener('click', follow);
    return () => element?.removeEventListener('click', follow);
  }, [navigate]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own pages, converted when the app is built
  return <div ref={ref} className="f-guide-text" dangerouslySetInnerHTML={{ __html: html }} />;
}
