import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { MissedPromise, SlaReport } from '#shared/sla-report.ts';
import { useReadOn } from '#web/api/read-on.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime, type Reader } from '#web/ui/marks/time.ts';
import { capital } from '#web/ui/text/capital.ts';

const PAGE = 100;

/** What was missed, the latest first: each with why, and what was said about it. Times are the client's. */
export function Missed({ report }: { report: SlaReport }) {
  const { client, from, to } = report;
  const reader = { ...useReader(), timeZone: client.timeZone };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReadOn(
    'GET /clients/{id}/service-levels/missed',
    { params: { id: client.id }, query: { from, to, limit: PAGE } },
  );
  const items = data?.pages.flatMap((page) => page.items);
  return (
    <div id="missed">
      <Section title="What was missed">
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!items && !error && <SkeletonLines lines={6} />}
        {items?.length === 0 && <p className="f-plain f-dim">Nothing was missed in these days.</p>}
        {items && items.length > 0 && (
          <ul className="f-report-missed">
            {items.map((one) => (
              <Miss key={`${one.ticketId} ${one.target}`} one={one} reader={reader} />
            ))}
          </ul>
        )}
        {hasNextPage && (
          <>
            <p className="f-plain f-dim">
              These are the last {items?.length}; a print shows as many as are shown here.
            </p>
            <Button
              variant="default"
              size="compact-sm"
              className="f-start f-no-print"
              loading={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              Show earlier ones
            </Button>
          </>
        )}
      </Section>
    </div>
  );
}

function Miss({ one, reader }: { one: MissedPromise; reader: Reader }) {
  const { key, title, priority, name, missedAt, doneAt, byHand, miss, justification } = one;
  const at = (iso: string) => dayAndTime(iso, Date.now(), reader);
  return (
    <li>
      <p className="f-report-line">
        <Link to="/tickets/$key" params={{ key }}>
          {key}
        </Link>
        <bdi className="f-report-title">{title}</bdi>
        <PriorityMark priority={priority} />
      </p>
      <p className="f-dim">
        {capital(name)} missed {at(missedAt)}
        {doneAt ? `, done ${at(doneAt)}` : ', still owed'}
        {byHand && ' · target set by hand'}
      </p>
      <p>{miss.sentence}</p>
      {justification && (
        <p className="f-report-justified">
          <b>Justified</b>{' '}
          <span className="f-dim">
            by <bdi>{justification.by}</bdi>, {at(justification.at)}:
          </span>{' '}
          <span className="f-own-words">{justification.text}</span>
        </p>
      )}
    </li>
  );
}
