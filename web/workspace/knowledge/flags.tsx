import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ArticleView } from '#shared/knowledge.ts';
import { useDo } from '#web/api/use.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { TOUCHED } from './touched.ts';

/** What is said to be outdated, until somebody has seen to it. */
export function Flags({ article: { id, flags, may } }: { article: ArticleView }) {
  const settle = useDo('POST /articles/{id}/flags/{flagId}/settle', { failed: 'Not settled', refresh: TOUCHED });
  if (flags.length === 0) return null;
  return (
    <ul className="f-article-flags" aria-label="Said to be outdated">
      {flags.map(({ id: flagId, note, at, by, ticketKey }) => (
        <li key={flagId}>
          <span>
            <strong>Said to be outdated:</strong> <bdi>{note}</bdi>
            <span className="f-article-help f-dim">
              <bdi>{by}</bdi> <TimeAgo at={at} />
              {ticketKey && (
                <>
                  {' on '}
                  <Link to="/tickets/$key" params={{ key: ticketKey }}>
                    {ticketKey}
                  </Link>
                </>
              )}
            </span>
          </span>
          {may.write && (
            <Button
              variant="default"
              size="compact-sm"
              loading={settle.isPending}
              onClick={() => settle.mutate({ params: { id, flagId } })}
            >
              Seen to
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
