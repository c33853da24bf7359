import { Badge, Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ArticleVersionRow, ArticleView } from '#shared/knowledge.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { send } from '../session/send.ts';
import { Diff } from './diff.tsx';
import { TOUCHED } from './touched.ts';
import { READERS } from './words.ts';
import './knowledge.css';

/** The history of an article: each version with who and why, and what differs between any two. */
export default function VersionsPage() {
  const { id } = useParams({ from: '/workspace/knowledge/$id/versions' });
  const article = useGet('GET /articles/{id}', { params: { id } });
  const versions = useGet('GET /articles/{id}/versions', { params: { id } });
  const error = article.error ?? versions.error;
  if (error)
    return <ErrorState error={error} onRetry={() => void Promise.all([article.refetch(), versions.refetch()])} />;
  return (
    <>
      <PageHead title={article.data?.title ?? 'Article'} />
      {article.data && versions.data ? (
        <History article={article.data} versions={versions.data.items} />
      ) : (
        <PageBody>
          <SkeletonLines lines={10} />
        </PageBody>
      )}
    </>
  );
}

function History({ article, versions }: { article: ArticleView; versions: readonly ArticleVersionRow[] }) {
  const { at, go } = useAddress();
  const choices = [
    ...(article.draft ? [{ value: 'draft', label: 'Draft' }] : []),
    ...versions.map(({ number }) => ({ value: String(number), label: `Version ${number}` })),
  ];
  const after = at.get('after') ?? choices[0]?.value ?? null;
  const before = at.get('before') ?? choices[1]?.value ?? null;
  return (
    <PageBody aside={<Versions article={article} versions={versions} />}>
      <p className="f-plain">
        <Link to="/knowledge/$id" params={{ id: article.id }}>
          Back to the article
        </Link>
      </p>
      <Section title="What differs">
        {choices.length < 2 || !before || !after ? (
          <p className="f-plain f-dim">There is one text only; with the next one, what differs stands here.</p>
        ) : (
          <>
            <div className="f-article-compared">
              <Select label="Before" data={choices} value={before} onChange={(next) => go({ before: next, after })} />
              <Select label="After" data={choices} value={after} onChange={(next) => go({ before, after: next })} />
            </div>
            <Diff articleId={article.id} before={before} after={after} language={article.language} />
          </>
        )}
      </Section>
    </PageBody>
  );
}

function Versions({ article, versions }: { article: ArticleView; versions: readonly ArticleVersionRow[] }) {
  const navigate = useNavigate();
  const params = { id: article.id };
  const redraft = async (number: number) => {
    try {
      const input = { params: { ...params, number }, body: { version: article.version } };
      await send('POST /articles/{id}/versions/{number}/redraft', input, TOUCHED);
      toast.done(`Version ${number} is the draft now; look at it and publish it`);
      await navigate({ to: '/knowledge/$id', params, search: { text: 'draft' } as never });
    } catch (error) {
      toast.fault(error, 'Not made a draft');
    }
  };
  const mayDraft = article.may.write && article.draft === null && article.state !== 'retired';
  return (
    <Section title="Versions">
      {versions.length === 0 && <p className="f-plain f-dim">None yet: it was never published.</p>}
      <ul className="f-article-versions">
        {versions.map(({ number, at, by, note, inForce, visibility }) => (
          <li key={number}>
            <span>
              <strong>Version {number}</strong> {inForce && <Badge color="green">In force</Badge>}
            </span>
            <span className="f-dim">
              <TimeAgo at={at} long /> by <bdi>{by}</bdi>, for: {READERS[visibility].name.toLowerCase()}
            </span>
            {note && <bdi>{note}</bdi>}
            {mayDraft && !inForce && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={`Make this a draft: version ${number}`}
                onClick={() => void redraft(number)}
              >
                Make this a draft
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
