import { useGet } from '#web/api/use.ts';
import { ErrorState } from '../feedback/error-state.tsx';
import { SkeletonLines } from '../feedback/skeleton.tsx';
import { ui } from '../words/words.ts';
import { Html } from './html.tsx';

/** What a mail quotes. */
export function Quote({ id }: { id: string }) {
  const { data, error, refetch } = useGet('GET /messages/{id}/quote', { params: { id } }, { staleTime: Infinity });
  if (data)
    return (
      <blockquote>
        <Html html={data.body} mail={ui('message.quotedText')} />
      </blockquote>
    );
  return error ? <ErrorState error={error} onRetry={() => void refetch()} compact /> : <SkeletonLines lines={3} />;
}
