import { useEffect } from 'react';
import type { ArticleView } from '#shared/knowledge.ts';
import { call } from '#web/api/client.ts';

/** Counts that the reader opened an article that is in force. A count that could not be made is nobody's trouble. */
export function useVisit({ id, published }: ArticleView): void {
  const counts = published !== null;
  useEffect(() => {
    if (counts) void call('POST /articles/{id}/visits', { params: { id } }).catch(() => {});
  }, [id, counts]);
}
