import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PortalArticlePage } from '#client/index.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { Part, preload } from '#web/ui/load/part.tsx';
import { Marked } from '#web/ui/text/marked.tsx';
import { isKnown } from './reader.ts';
import './knowledge.css';
import { Title } from '../title.tsx';
import { t } from '../words/t.ts';

const NONE: readonly string[] = [];
const loadSearch = () => import('#web/ui/form/search-field.tsx').then(({ SearchField }) => SearchField);
preload(loadSearch);

/** What the desk has written down for its clients: found by a few words. */
export default function PortalArticlesPage() {
  const { at, go } = useAddress();
  const q = at.get('q') ?? '';
  const { rows, more, reading } = usePages(
    isKnown() ? 'GET /portal/knowledge' : 'GET /public/knowledge',
    q ? { q } : {},
  );
  const words = (reading.data?.pages[0] as PortalArticlePage | undefined)?.words ?? NONE;
  return (
    <>
      <Title of={t('knowledge.title')} />
      <div className="f-portal-head">
        <h1>{t('knowledge.title')}</h1>
      </div>
      <search className="f-portal-search">
        <Part load={loadSearch} waiting={<div className="f-portal-search-wait" />}>
          {(SearchField) => <SearchField label={t('knowledge.search')} text={q} onChange={(text) => go({ q: text })} />}
        </Part>
      </search>
      {reading.error && rows.length === 0 ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : reading.isPending ? (
        <SkeletonLines lines={6} />
      ) : rows.length === 0 ? (
        <EmptyState title={q ? t('knowledge.nothingFits') : t('knowledge.none')}>
          {q ? t('knowledge.nothingFitsHelp') : t('knowledge.noneHelp')}
        </EmptyState>
      ) : (
        <ul className="f-portal-tickets">
          {rows.map(({ id, title, piece, category, language }) => (
            <li key={id}>
              <Link to="/portal/knowledge/$id" params={{ id }} lang={language}>
                <bdi className="f-portal-title">
                  <Marked text={title} words={words} />
                </bdi>
                <bdi className="f-portal-piece">
                  <Marked text={piece} words={words} />
                </bdi>
                {category && <bdi className="f-dim">{category}</bdi>}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {more && (
        <Button variant="default" loading={reading.isFetchingNextPage} onClick={more}>
          {t('common.showMore')}
        </Button>
      )}
    </>
  );
}
