import { useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '../feedback/error-state.tsx';
import { SkeletonLines } from '../feedback/skeleton.tsx';
import { ui } from '../words/words.ts';
import { Html } from './html.tsx';

/** What a mail quotes, folded away; it is asked for when somebody wants to read it. */
export function Quoted({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="f-quoted" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{ui(open ? 'message.hideQuoted' : 'message.showQuoted')}</summary>
      {open && <Quote id={id} />}
    </details>
  );
}

function Quote({ id }: { id: string }) {
  const { data, error, refetch } = useGet('GET /messages/{id}/quote', { params: { id } }, { staleTime: Infinity });
  if (data)
    return (
      <blockquote>
        <Html html={data.body} />
      </blockquote>
    );
  return error ? <ErrorState error={error} onRetry={() => void refetch()} compact /> : <SkeletonLines lines={3} />;
}
