import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { PortalArticle } from '#shared/knowledge.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { expectRich, Rich } from '../rich.tsx';
import { Helped } from './helped.tsx';
import { isKnown } from './reader.ts';
import './knowledge.css';
import { Title } from '../title.tsx';
import { Say, t } from '../words/t.ts';

expectRich();

/** One article as clients' people and visitors read it. */
export default function PortalArticlePage() {
  const { id } = useParams({ from: '/reading/portal/knowledge/$id' });
  const known = isKnown();
  const { data, error, refetch } = useGet(known ? 'GET /portal/knowledge/{id}' : 'GET /public/knowledge/{id}', {
    params: { id },
  });
  return (
    <>
      <p className="f-portal-back">
        <Link to="/portal/knowledge">{t('knowledge.other')}</Link>
      </p>
      {data ? (
        <Article article={data} known={known} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} whole />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </>
  );
}

function Article({ article, known }: { article: PortalArticle; known: boolean }) {
  const { id, title, body, language, updatedAt } = article;
  // Said in the address by whatever offered it while somebody typed what is wrong.
  const typed = useAddress().at.get('typed') === '1';
  useEffect(() => {
    // A count that could not be made is nobody's trouble.
    if (known) void call('POST /portal/knowledge/{id}/reads', { params: { id }, body: { typed } }).catch(() => {});
  }, [id, known, typed]);
  return (
    <>
      <Title of={title} />
      <div className="f-portal-head">
        <h1>
          <bdi>{title}</bdi>
        </h1>
      </div>
      <article className="f-portal-article" lang={language} aria-label={title}>
        <Rich html={body} pictures />
      </article>
      <p className="f-dim">
        <Say it="knowledge.changed" when={<TimeAgo at={updatedAt} long />} />
      </p>
      {known && <Helped article={article} />}
    </>
  );
}
