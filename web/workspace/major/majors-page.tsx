import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { MajorRow, MajorSuggestions } from '#shared/major.ts';
import { useGet } from '#web/api/use.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { IconUrgent } from '#web/ui/icons.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { Table } from '#web/ui/table/table.tsx';
import { useRowKeys } from '#web/ui/table/use-row-keys.ts';
import { ask } from '../actions/index.ts';
import { useCan } from '../session/me.ts';
import { TriageTabs } from '../triage/tabs.tsx';
import { NextWord, StateBadge } from './state.tsx';
import './major.css';

const idOf = ({ id }: MajorRow) => id;

const title = ({ key, title: text, client }: MajorRow) => (
  <span className="f-table-title">
    <Link to="/major-incidents/$key" params={{ key }} className="f-cut" tabIndex={-1}>
      {key} <bdi>{text}</bdi>
    </Link>
    <bdi className="f-dim f-cut">{client.name}</bdi>
  </span>
);
const since = ({ declaredAt, proposedAt }: MajorRow) => <TimeAgo at={declaredAt ?? proposedAt} />;

const COLUMNS: readonly Column<MajorRow>[] = [
  {
    key: 'title',
    title: 'Incident',
    width: 'minmax(160px, 4fr)',
    cell: title,
    narrow: (one) => (
      <span className="f-table-title">
        {title(one)}
        <span className="f-table-note">
          <StateBadge state={one.state} />
          {since(one)}
        </span>
      </span>
    ),
  },
  { key: 'state', title: 'State', width: '120px', cell: ({ state }) => <StateBadge state={state} /> },
  { key: 'since', title: 'Since', width: '120px', cell: since },
  {
    key: 'manager',
    title: 'Led by',
    width: 'minmax(90px, 1fr)',
    cell: ({ manager }) =>
      manager ? <bdi className="f-cut">{manager.name}</bdi> : <span className="f-dim">Nobody</span>,
  },
  { key: 'tickets', title: 'Tickets', width: '80px', cell: ({ tickets }) => tickets },
  {
    key: 'next',
    title: 'Next word to clients',
    width: '170px',
    cell: ({ nextUpdateAt }) => (nextUpdateAt ? <NextWord at={nextUpdateAt} /> : <span className="f-dim">–</span>),
  },
];

/** Major incidents: what runs, what was, and what might be one. */
export default function MajorsPage() {
  const navigate = useNavigate();
  const { rows, more, reading } = usePages('GET /major-incidents', {});
  const { data: suggested } = useGet('GET /major-incident-suggestions', {}, { refetchInterval: 60_000 });
  const open = ({ key }: MajorRow) => void navigate({ to: '/major-incidents/$key', params: { key } });
  const { current, setCurrent } = useRowKeys(rows, idOf, open);
  return (
    <>
      <PageHead title="Major incidents">
        <TriageTabs />
      </PageHead>
      {suggested && suggested.items.length > 0 && <Suggested items={suggested.items} />}
      {reading.error ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <Table
          label="Major incidents"
          columns={COLUMNS}
          rows={rows}
          idOf={idOf}
          nameOf={({ title: text }) => text}
          loading={reading.isPending}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          onEnd={more}
          rowHeight={52}
          narrowRowHeight={82}
          empty={
            <EmptyState icon={IconUrgent} title="No major incident yet">
              When an incident needs several people at once and clients have to be told as it goes on, select its
              tickets in the queue and choose “Propose as major incident”.
            </EmptyState>
          }
        />
      )}
    </>
  );
}

/** Tickets that came together and may be one major incident. */
function Suggested({ items }: { items: MajorSuggestions['items'] }) {
  const may = useCan()('ticket.update');
  return (
    <div className="f-major-suggested">
      <Section title="This might be one">
        <ul className="f-major-lines">
          {items.map(({ why, title: text, tickets }) => (
            <li key={why}>
              <span>
                <strong>
                  <bdi>{text}</bdi>
                </strong>
                <span className="f-dim f-major-note">{why}</span>
                <span className="f-dim f-major-note f-cut">{tickets.map(({ key }) => key).join(', ')}</span>
              </span>
              {may && (
                <Button variant="default" size="compact-sm" onClick={() => ask('major', tickets)}>
                  Propose…
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
