import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { SCORES } from '#shared/satisfaction-words.ts';
import { usePages } from '#web/api/use-pages.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import type { Days } from '../report/period.ts';
import { SCORE_NAMES } from './score-names.ts';

/** What people said, rating by rating. */
export function Said({ days }: { days: Days }) {
  const { at, go } = useAddress();
  const score = SCORES.find((one) => one === at.get('score'));
  const { rows, more, reading } = usePages('GET /satisfaction/ratings', { ...days, ...(score ? { score } : {}) });
  return (
    <Section title="What they said">
      <Select
        label="Rating"
        data={[
          { value: '', label: 'All, and those who were asked' },
          ...SCORES.map((one) => ({ value: one, label: SCORE_NAMES[one] })),
        ]}
        value={score ?? ''}
        onChange={(next) => go({ score: next || null })}
      />
      {reading.error && rows.length === 0 ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} compact />
      ) : reading.isPending ? (
        <SkeletonLines lines={6} />
      ) : rows.length === 0 ? (
        <p className="f-plain f-dim">Nothing was said.</p>
      ) : (
        <Sideways label="Ratings">
          <table className="f-report-table">
            <caption className="f-hidden">Ratings</caption>
            <thead>
              <tr>
                <th scope="col">Ticket</th>
                <th scope="col">Client</th>
                <th scope="col">Who</th>
                <th scope="col">Rating</th>
                <th scope="col">Words</th>
                <th scope="col">Asked</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.ticketId}>
                  <td>
                    <Link to="/tickets/$key" params={{ key: row.key }}>
                      {row.key}
                    </Link>{' '}
                    <bdi>{row.title}</bdi>
                  </td>
                  <td>
                    <bdi>{row.client.name}</bdi>
                  </td>
                  <td>
                    <bdi>{row.by}</bdi>
                  </td>
                  <td>{row.score ? SCORE_NAMES[row.score] : <span className="f-dim">No answer</span>}</td>
                  <td className="f-report-words">
                    <bdi>{row.comment}</bdi>
                  </td>
                  <td>
                    <TimeAgo at={row.askedAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      )}
      {more && (
        <Button variant="default" loading={reading.isFetchingNextPage} onClick={more}>
          Show more
        </Button>
      )}
    </Section>
  );
}
