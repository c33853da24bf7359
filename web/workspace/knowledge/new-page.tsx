import { Link, useNavigate } from '@tanstack/react-router';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import {
  AboutFields,
  type ArticleValues,
  dayOrNone,
  notOver,
  ReaderFields,
  type ReaderValues,
  RULES,
  TextFields,
} from './article-fields.tsx';
import { TOUCHED } from './touched.ts';
import './knowledge.css';

type Values = ArticleValues & ReaderValues;

/** Writing an article. It is a draft until somebody publishes it. */
export default function NewArticlePage() {
  const navigate = useNavigate();
  const me = useMe();
  const form = useForm<Values>({
    values: {
      title: '',
      body: '',
      language: 'en',
      categoryId: null,
      serviceId: null,
      ownerId: me.id,
      reviewOn: '',
      visibility: 'internal',
      clientIds: [],
    },
    rules: {
      ...RULES,
      reviewOn: notOver(),
      clientIds: (ids, { visibility }) => (visibility === 'chosen' && ids.length === 0 ? 'Choose a client.' : null),
    },
    draft: 'article.new',
    save: async ({ values: { reviewOn, clientIds, visibility, ...values } }) => {
      const readers = visibility === 'chosen' ? { visibility, clientIds: [...clientIds] } : { visibility };
      const { id } = await send(
        'POST /articles',
        { body: { ...values, ...readers, reviewOn: dayOrNone(reviewOn) } },
        TOUCHED,
      );
      await navigate({ to: '/knowledge/$id', params: { id } });
    },
  });
  return (
    <>
      <PageHead title="New article" />
      <PageBody>
        <p className="f-plain">
          <Link to="/knowledge">All articles</Link>
        </p>
        <FormShell form={form} submit="Save draft">
          <div className="f-article-form">
            <div className="f-article-main">
              <TextFields form={form} />
            </div>
            <div className="f-article-side">
              <ReaderFields form={form} />
              <AboutFields form={form} />
            </div>
          </div>
        </FormShell>
      </PageBody>
    </>
  );
}
