import { SegmentedControl } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ArticleView } from '#shared/knowledge.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { Html } from '#web/ui/text/html.tsx';
import { ArticleActions } from './article-actions.tsx';
import { ArticleFacts } from './article-facts.tsx';
import { Flags } from './flags.tsx';
import { ArticleState } from './state.tsx';
import { useVisit } from './use-visit.ts';
import './knowledge.css';

/** One article as it is read, with what can be done with it. */
export default function ArticlePage() {
  const { id } = useParams({ from: '/workspace/knowledge/$id' });
  const { data, error, refetch } = useGet('GET /articles/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data) return <Article article={data} />;
  return (
    <>
      <PageHead title="Article" />
      <PageBody aside={<SkeletonLines lines={6} />}>
        <SkeletonLines lines={10} />
      </PageBody>
    </>
  );
}

function Article({ article }: { article: ArticleView }) {
  const navigate = useNavigate();
  const { at, go } = useAddress();
  const { published, draft, may } = article;
  const isDraft = draft !== null && (published === null || at.get('text') === 'draft');
  const text = isDraft ? draft : published;
  const params = { id: article.id };
  useVisit(article);
  useShortcuts([
    {
      combo: 'e',
      label: 'Edit the article',
      group: 'Article',
      run: () => may.write && article.state !== 'retired' && void navigate({ to: '/knowledge/$id/edit', params }),
    },
    {
      combo: 'v',
      label: 'Versions and what differs',
      group: 'Article',
      run: () => void navigate({ to: '/knowledge/$id/versions', params }),
    },
  ]);
  return (
    <>
      <PageHead title={text?.title ?? article.title} actions={<ArticleActions article={article} />}>
        <ArticleState article={article} />
      </PageHead>
      <PageBody aside={<ArticleFacts article={article} />}>
        <div className="f-article-bar">
          <Link to="/knowledge">All articles</Link>
          {published && draft && (
            <SegmentedControl
              size="xs"
              aria-label="Which text"
              data={[
                { value: 'published', label: `In force, version ${published.number}` },
                { value: 'draft', label: 'Draft' },
              ]}
              value={isDraft ? 'draft' : 'published'}
              onChange={(which) => go({ text: which === 'draft' ? 'draft' : null })}
            />
          )}
        </div>
        <Flags article={article} />
        {isDraft && draft.remark && (
          <div className="f-article-remark" role="note">
            <strong>To be changed:</strong> <bdi>{draft.remark}</bdi>
          </div>
        )}
        <article className="f-article-text" lang={article.language} aria-label={text?.title ?? article.title}>
          {text ? <Html html={text.body} pictures /> : <p className="f-dim">Nothing is written yet.</p>}
        </article>
      </PageBody>
    </>
  );
}
