import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { FlowTicketQuery, StreamFlow } from '#shared/value-stream.ts';
import { WAIT_CAUSE_KEYS, WAIT_NAMES } from '#shared/value-stream-words.ts';
import { usePages } from '#web/api/use-pages.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { duration } from '#web/ui/marks/duration.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';

type Props = { id: string; flow: StreamFlow; query: Omit<FlowTicketQuery, 'cursor' | 'limit'> };

/** The tickets behind the figures, those that waited longest first. */
export function FlowTickets({ id, flow, query }: Props) {
  const { at, go } = useAddress();
  const step = flow.steps.find(({ key }) => key === at.get('step'))?.key;
  const cause = WAIT_CAUSE_KEYS.find((one) => one === at.get('cause'));
  const narrowed = { ...query, ...(step ? { step } : {}), ...(cause ? { cause } : {}) };
  const { rows, more, reading } = usePages('GET /value-streams/{id}/tickets', narrowed, { id });
  return (
    <Section title="Tickets behind it" help="Those that waited longest first.">
      <div className="f-flow-bar">
        <Select
          label="Step"
          data={[
            { value: '', label: 'All steps' },
            ...flow.steps.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          value={step ?? ''}
          onChange={(next) => go({ step: next || null })}
        />
        <Select
          label="Wait"
          data={[
            { value: '', label: 'Whatever for' },
            ...WAIT_CAUSE_KEYS.map((value) => ({ value, label: WAIT_NAMES[value] })),
          ]}
          value={cause ?? ''}
          onChange={(next) => go({ cause: next || null })}
        />
      </div>
      {reading.error && rows.length === 0 ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} compact />
      ) : reading.isPending ? (
        <SkeletonLines lines={6} />
      ) : rows.length === 0 ? (
        <p className="f-plain f-dim">No ticket waited so.</p>
      ) : (
        <Sideways label="Tickets">
          <table className="f-report-table">
            <caption className="f-hidden">Tickets</caption>
            <thead>
              <tr>
                <th scope="col">Ticket</th>
                <th scope="col">Client</th>
                <th scope="col">Team</th>
                <th scope="col">Waited</th>
                <th scope="col">Worked on</th>
                <th scope="col">Ended</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
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
                    <bdi>{row.team?.name ?? '–'}</bdi>
                  </td>
                  <td>{duration(row.wait)}</td>
                  <td>
                    {duration(row.touch)} {row.estimated && <span className="f-dim">estimated</span>}
                  </td>
                  <td>
                    <TimeAgo at={row.endedAt} />
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
