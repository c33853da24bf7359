import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ArticleView } from '#shared/knowledge.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { send } from '../session/send.ts';
import {
  AboutFields,
  type ArticleValues,
  dayOrNone,
  LABELS,
  notOver,
  RULES,
  TextFields,
  valuesOf,
} from './article-fields.tsx';
import { TOUCHED } from './touched.ts';
import './knowledge.css';

/** Changing an article: another title or text is a draft until it is published. */
export default function EditArticlePage() {
  const { id } = useParams({ from: '/workspace/knowledge/$id/edit' });
  const { data, error, refetch } = useGet('GET /articles/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data) return <EditArticle key={id} article={data} />;
  return (
    <>
      <PageHead title="Article" />
      <PageBody>
        <SkeletonLines lines={10} />
      </PageBody>
    </>
  );
}

function EditArticle({ article }: { article: ArticleView }) {
  const navigate = useNavigate();
  const { id } = article;
  const params = { id };
  const form = useForm<ArticleValues>({
    values: valuesOf(article),
    version: article.version,
    rules: { ...RULES, reviewOn: notOver(article.reviewOn) },
    draft: `article.${id}`,
    save: ({ changed: { reviewOn, ...changed }, version }) =>
      send(
        'PATCH /articles/{id}',
        {
          params,
          body: { version, ...changed, ...(reviewOn === undefined ? {} : { reviewOn: dayOrNone(reviewOn) }) },
        },
        TOUCHED,
      ),
    latest: async () => {
      const now = await call('GET /articles/{id}', { params });
      return { values: valuesOf(now), version: now.version };
    },
    onSaved: () => {
      toast.done(article.published ? 'Saved; what is in force stays until you publish' : 'Draft saved');
      return navigate({ to: '/knowledge/$id', params, search: article.published ? { text: 'draft' } : {} });
    },
  });
  return (
    <>
      <PageHead title={article.title} />
      <PageBody>
        <p className="f-plain">
          <Link to="/knowledge/$id" params={params}>
            Back to the article
          </Link>
        </p>
        <FormShell
          form={form}
          submit="Save draft"
          labels={LABELS}
          show={(name) => (name === 'body' ? 'changed' : undefined)}
        >
          <div className="f-article-form">
            <div className="f-article-main">
              <TextFields form={form} />
            </div>
            <div className="f-article-side">
              <AboutFields form={form} />
            </div>
          </div>
        </FormShell>
      </PageBody>
    </>
  );
}
