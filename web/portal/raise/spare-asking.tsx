import { Button, UnstyledButton } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PortalArticleRow } from '#shared/knowledge.ts';
import { call } from '#web/api/client.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Marked } from '#web/ui/text/marked.tsx';
import { useSettled } from '#web/ui/use-settled.ts';
import { Rich } from '../rich.tsx';
import { t } from '../words/t.ts';
import '../knowledge/knowledge.css';

/** Less says nothing. */
const LEAST = 4;

/** Articles that may help with what is being typed, read in place; one that did spares the asking. */
export function SpareAsking({ typed, onSolved }: { typed: string; onSolved(): void }) {
  const [open, setOpen] = useState<string | null>(null);
  const q = useSettled(typed.trim()).slice(0, 2_000);
  const { data } = useGet(
    'GET /portal/knowledge/suggestions',
    { query: { q } },
    { enabled: q.length >= LEAST, placeholderData: keepPreviousData },
  );
  const items = q.length >= LEAST ? (data?.items ?? []) : [];
  if (items.length === 0) return null;
  return (
    <section aria-label={t('raise.mayHelp')} className="f-raise-help">
      <h2>{t('raise.mayHelp')}</h2>
      <ul>
        {items.map((article) => (
          <li key={article.id}>
            <Offered
              article={article}
              words={data?.words ?? []}
              open={open === article.id}
              onToggle={() => setOpen(open === article.id ? null : article.id)}
              onSolved={onSolved}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

type OfferedProps = {
  article: PortalArticleRow;
  words: readonly string[];
  open: boolean;
  onToggle(): void;
  onSolved(): void;
};

function Offered({ article: { id, title, piece, language }, words, open, onToggle, onSolved }: OfferedProps) {
  return (
    <>
      <UnstyledButton className="f-raise-offer" aria-expanded={open} lang={language} onClick={onToggle}>
        <bdi className="f-portal-title">
          <Marked text={title} words={words} />
        </bdi>
        {!open && (
          <bdi className="f-portal-piece f-dim">
            <Marked text={piece} words={words} />
          </bdi>
        )}
      </UnstyledButton>
      {open && <Opened id={id} title={title} language={language} onSolved={onSolved} />}
    </>
  );
}

function Opened({ id, title, language, onSolved }: { id: string; title: string; language: string; onSolved(): void }) {
  const { data } = useGet('GET /portal/knowledge/{id}', { params: { id } });
  const solved = useDo('PUT /portal/knowledge/{id}/vote', { failed: t('common.notSent'), onDone: onSolved });
  useEffect(() => {
    // Counted as read while saying what is wrong; a count that could not be made is nobody's trouble.
    void call('POST /portal/knowledge/{id}/reads', { params: { id }, body: { typed: true } }).catch(() => {});
  }, [id]);
  if (!data) return <SkeletonLines lines={4} />;
  return (
    <>
      <article className="f-portal-article" lang={language} aria-label={title}>
        <Rich html={data.body} pictures />
      </article>
      <Button loading={solved.isPending} onClick={() => solved.mutate({ params: { id }, body: { helpful: true } })}>
        {t('raise.solved')}
      </Button>
    </>
  );
}
