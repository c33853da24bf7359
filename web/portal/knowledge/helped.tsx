import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PortalArticle } from '#shared/knowledge.ts';
import { useDo } from '#web/api/use.ts';
import { t } from '../words/t.ts';

/** Asks whether it helped; the answer can be changed. */
export function Helped({ article: { id, vote } }: { article: PortalArticle }) {
  const say = useDo('PUT /portal/knowledge/{id}/vote', {
    failed: t('common.notSent'),
    refresh: ['GET /portal/knowledge/{id}'],
  });
  const answer = (helpful: boolean) => say.mutate({ params: { id }, body: { helpful } });
  return (
    <section className="f-portal-verdict" aria-label={t('helped.ask')}>
      <p role="status">
        <strong>{vote === null ? t('helped.ask') : t('helped.thanks')}</strong> {vote === true && t('helped.yes')}
        {vote === false && t('helped.no')}
      </p>
      {vote === false && <Link to="/portal/raise">{t('frame.raise')}</Link>}
      <div className="f-portal-buttons">
        <Button
          variant={vote === true ? 'filled' : 'default'}
          aria-pressed={vote === true}
          onClick={() => answer(true)}
        >
          {t('answer.yes')}
        </Button>
        <Button
          variant={vote === false ? 'filled' : 'default'}
          aria-pressed={vote === false}
          onClick={() => answer(false)}
        >
          {t('answer.no')}
        </Button>
      </div>
    </section>
  );
}
