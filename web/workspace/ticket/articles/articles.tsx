import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { TicketArticles } from '#shared/knowledge.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../../session/me.ts';
import { ArticleLine } from './article-line.tsx';
import { FindArticle } from './find-article.tsx';

const USED = { linked: 'Linked', answered: 'Answered with it', made: 'Written from this ticket' } as const;

/** Articles around a ticket: what was used, what may help and why, and what its requester had read. */
export function Articles({ ticket }: { ticket: TicketView }) {
  const may = useCan()('knowledge.view');
  return may ? <Around ticket={ticket} /> : null;
}

function Around({ ticket }: { ticket: TicketView }) {
  const { data, error, refetch } = useGet('GET /tickets/{idOrKey}/articles', { params: { idOrKey: ticket.id } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={3} label="Looking for articles" />;
  const { used, suggested, readBefore } = data;
  const known = new Set([...used, ...suggested].map(({ id }) => id));
  return (
    <section aria-label="Articles" className="f-ticket-articles">
      <h2>Articles</h2>
      {used.length + suggested.length + readBefore.length === 0 && (
        <p className="f-dim">None looks like this ticket yet.</p>
      )}
      {used.length > 0 && (
        <ul className="f-related" aria-label="Used on this ticket">
          {used.map((article) => (
            <ArticleLine key={article.id} article={article} ticket={ticket} used>
              {USED[article.kind]} <TimeAgo at={article.at} /> by <bdi>{article.by}</bdi>
            </ArticleLine>
          ))}
        </ul>
      )}
      {suggested.length > 0 && (
        <ul className="f-related" aria-label="May help">
          {suggested.map((article) => (
            <ArticleLine key={article.id} article={article} ticket={ticket}>
              <Why {...article} />
            </ArticleLine>
          ))}
        </ul>
      )}
      {readBefore.length > 0 && (
        <ul className="f-related" aria-label="Read before it was logged">
          {readBefore.map((article) => (
            <ArticleLine key={article.id} article={article} ticket={ticket}>
              The requester read it <TimeAgo at={article.at} />
            </ArticleLine>
          ))}
        </ul>
      )}
      <FindArticle ticket={ticket} known={known} />
      <MakeArticle ticket={ticket} made={used.some(({ kind }) => kind === 'made')} />
    </section>
  );
}

function Why({ opening, why }: TicketArticles['suggested'][number]) {
  return (
    <>
      May help: {why}.{opening && <bdi className="f-article-opening">{opening}</bdi>}
    </>
  );
}

function MakeArticle({ ticket, made }: { ticket: TicketView; made: boolean }) {
  const navigate = useNavigate();
  const mayWrite = useCan()('knowledge.write');
  const make = useDo('POST /tickets/{idOrKey}/article', {
    failed: 'Not begun',
    refresh: ['GET /articles', 'GET /tickets/{idOrKey}/articles'],
    onDone: ({ id }) => navigate({ to: '/knowledge/$id/edit', params: { id } }),
  });
  if (!mayWrite || made || !ticket.resolution?.note) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={make.isPending}
      onClick={() => make.mutate({ params: { idOrKey: ticket.id } })}
    >
      Make an article from this resolution
    </Button>
  );
}
