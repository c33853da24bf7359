import { Button } from '@mantine/core';
import { useState } from 'react';
import { sayMinutes } from '#kernel/minutes.ts';
import type { TimeOwed } from '#shared/time.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';

const AGES = [2, 7, 14, 30];

/** Whose time nobody has approved for some days; its owners are reminded with one press. */
export function Owed({ today }: { today: string }) {
  const [days, setDays] = useState(AGES[0] ?? 2);
  const { data, error, refetch } = useGet('GET /time/owed', { query: { days } });
  const remind = useDo('POST /time/owed/remind', {
    failed: 'Nobody was reminded',
    refresh: ['GET /time/owed'],
    onDone: ({ reminded }) => toast.done(reminded === 1 ? '1 person was reminded' : `${reminded} people were reminded`),
  });
  const rows = data?.items ?? [];
  const left = rows.filter((row) => row.unsubmitted > 0 && row.remindedOn !== today).map(({ staff }) => staff.id);
  const ask = (staffIds: string[]) => remind.mutate({ body: { staffIds, days } });
  return (
    <Section
      title="Not approved for some days"
      help="Whoever has not submitted it is reminded, each once a day. What is submitted waits for you."
      actions={
        <Button disabled={left.length === 0} loading={remind.isPending} onClick={() => ask(left)}>
          Remind the owners
        </Button>
      }
    >
      <Select
        aria-label="How old"
        data={AGES.map((age) => ({ value: String(age), label: `Older than ${age} days` }))}
        value={String(days)}
        onChange={(next) => setDays(Number(next))}
        w={220}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={3} />}
      {data && rows.length === 0 && <p className="f-plain f-dim">Nothing: all of it is approved.</p>}
      {rows.length > 0 && <Rows rows={rows} today={today} busy={remind.isPending} onRemind={ask} />}
    </Section>
  );
}

type RowsProps = { rows: readonly TimeOwed[]; today: string; busy: boolean; onRemind(staffIds: string[]): void };

function Rows({ rows, today, busy, onRemind }: RowsProps) {
  return (
    <Sideways label="Time that is not approved">
      <table className="f-report-table">
        <caption className="f-hidden">Time that is not approved</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Not submitted</th>
            <th scope="col">To approve</th>
            <th scope="col">The oldest</th>
            <th scope="col">
              <span className="f-hidden">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ staff, unsubmitted, waiting, oldest, remindedOn }) => (
            <tr key={staff.id}>
              <th scope="row">
                <bdi>{staff.name}</bdi>
              </th>
              <td>{unsubmitted === 0 ? '–' : sayMinutes(unsubmitted)}</td>
              <td>{waiting === 0 ? '–' : sayMinutes(waiting)}</td>
              <td>
                <TimeAgo at={oldest} />
              </td>
              <td>
                {remindedOn === today ? (
                  <span className="f-dim">Reminded today</span>
                ) : (
                  unsubmitted > 0 && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={busy}
                      aria-label={`Remind ${staff.name}`}
                      onClick={() => onRemind([staff.id])}
                    >
                      Remind
                    </Button>
                  )
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
