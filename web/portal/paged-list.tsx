import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { t } from './words/t.ts';

type Props<Row> = {
  rows: readonly Row[];
  more: (() => void) | undefined;
  reading: { error: unknown; isPending: boolean; isFetchingNextPage: boolean; refetch(): unknown };
  /** What stands there where nothing is. */
  none: ReactNode;
  line(row: Row): ReactNode;
};

/** A list that is read a page at a time. */
export function PagedList<Row>({ rows, more, reading, none, line }: Props<Row>) {
  return (
    <>
      {reading.error && rows.length === 0 ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : reading.isPending ? (
        <SkeletonLines lines={6} />
      ) : rows.length === 0 ? (
        none
      ) : (
        <ul className="f-portal-tickets">{rows.map(line)}</ul>
      )}
      {more && (
        <Button variant="default" loading={reading.isFetchingNextPage} onClick={more}>
          {t('common.showMore')}
        </Button>
      )}
    </>
  );
}
