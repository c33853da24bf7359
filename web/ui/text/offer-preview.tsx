import { useEffect, useState } from 'react';
import { Html } from './html.tsx';

/** Long enough that passing over a line asks for nothing. */
const WAIT_MS = 120;

/** What an offered text will look like when it is put in. Its room is there from the start, so that the list stays where it is. */
export function OfferPreview({ id, read }: { id: string; read(id: string): Promise<string | null> }) {
  const [shown, setShown] = useState<{ id: string; html: string | null } | null>(null);
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => void read(id).then((html) => isOver || setShown({ id, html })), WAIT_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [id, read]);
  const html = shown?.id === id ? shown.html : null;
  return (
    <div className="f-offer-preview" aria-live="polite">
      {html === null ? <span className="f-dim">…</span> : <Html html={html} />}
    </div>
  );
}
