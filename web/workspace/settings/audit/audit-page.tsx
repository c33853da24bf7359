import { Button } from '@mantine/core';
import type { AuditEntry } from '#shared/audit.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { IconSearch } from '#web/ui/icons.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { dayName } from '#web/ui/marks/place-and-day.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import type { Reader } from '#web/ui/marks/time.ts';
import { AuditFilters, NARROWS } from './audit-filters.tsx';
import { AuditLine } from './audit-line.tsx';
import { queryOf, showsPeopleOnly } from './query.ts';
import './audit.css';

/** Who did what, newest first, day by day where the reader is. */
export default function AuditPage() {
  const { at, go } = useAddress();
  const reader = useReader();
  const now = useNow();
  const { rows, more, reading } = usePages('GET /audit', queryOf(at, reader.timeZone));
  const narrowed = showsPeopleOnly(at) || NARROWS.some((name) => at.has(name));
  return (
    <>
      <PageHead title="Audit trail" />
      <AuditFilters at={at} go={go} />
      <PageBody>
        {reading.error && <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />}
        {reading.isPending && <SkeletonLines lines={12} />}
        {reading.isSuccess && rows.length === 0 && (
          <EmptyState icon={IconSearch} title={narrowed ? 'Nothing of that kind happened' : 'Nothing has happened yet'}>
            {narrowed
              ? 'Try another person, kind or client, a longer time, or what the program did by itself.'
              : 'Whatever somebody changes here, and every time somebody signs in, is kept and told here.'}
          </EmptyState>
        )}
        {byDay(rows, now, reader).map(([day, entries]) => (
          <section key={day} aria-label={day}>
            <h2 className="f-audit-day">{day}</h2>
            <ul className="f-audit">
              {entries.map((entry) => (
                <AuditLine key={entry.id} entry={entry} />
              ))}
            </ul>
          </section>
        ))}
        {more && (
          <Button variant="default" className="f-start" loading={reading.isFetchingNextPage} onClick={more}>
            Earlier
          </Button>
        )}
      </PageBody>
    </>
  );
}

function byDay(rows: readonly AuditEntry[], now: number, reader: Reader): [string, AuditEntry[]][] {
  const days = new Map<string, AuditEntry[]>();
  for (const entry of rows) {
    const day = dayName(entry.at, now, reader);
    const known = days.get(day);
    if (known) known.push(entry);
    else days.set(day, [entry]);
  }
  return [...days];
}
