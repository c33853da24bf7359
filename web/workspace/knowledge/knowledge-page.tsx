import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ArticlePage, ArticleRow } from '#shared/knowledge.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { IconBook, IconSearch } from '#web/ui/icons.ts';
import { Table } from '#web/ui/table/table.tsx';
import { useRowKeys } from '#web/ui/table/use-row-keys.ts';
import { useCommands } from '../palette/commands.ts';
import { useCan } from '../session/me.ts';
import { articleColumns } from './columns.tsx';
import { ArticleFilters, useArticleFilter } from './filters.tsx';
import './knowledge.css';

const idOf = ({ id }: ArticleRow) => id;
const NONE: readonly string[] = [];

/** What the desk knows: articles, found by their words and narrowed by how they stand. */
export default function KnowledgePage() {
  const navigate = useNavigate();
  const mayWrite = useCan()('knowledge.write');
  const filter = useArticleFilter();
  const { rows, more, reading } = usePages('GET /articles', filter.query);
  const words = (reading.data?.pages[0] as ArticlePage | undefined)?.words ?? NONE;
  const columns = useMemo(() => articleColumns(words), [words]);
  const open = ({ id }: ArticleRow) => void navigate({ to: '/knowledge/$id', params: { id } });
  const { current, setCurrent } = useRowKeys(rows, idOf, open);
  useCommands(
    mayWrite ? [{ label: 'New article', group: 'Do', run: () => void navigate({ to: '/knowledge/new' }) }] : [],
  );
  const add = mayWrite && (
    <Button component={Link} to="/knowledge/new" c="var(--button-color)">
      New article
    </Button>
  );
  return (
    <>
      <PageHead title="Knowledge" actions={add} />
      <ArticleFilters filter={filter} />
      {reading.error ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <Table
          label="Articles"
          columns={columns}
          rows={rows}
          idOf={idOf}
          nameOf={({ title }) => title}
          loading={reading.isPending}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          onEnd={more}
          rowHeight={52}
          narrowRowHeight={82}
          empty={
            filter.narrowed ? (
              <EmptyState icon={IconSearch} title="Nothing fits">
                Try fewer words, or another state. What is retired shows only where you ask for it.
              </EmptyState>
            ) : (
              <EmptyState icon={IconBook} title="Nothing is written down yet" action={add}>
                Articles say how something is done or mended: for technicians, or for clients who help themselves in the
                portal. They are suggested on tickets that look alike.
              </EmptyState>
            )
          }
        />
      )}
    </>
  );
}
