import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ProblemQuery, ProblemRow } from '#shared/problem.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { useStrip } from '#web/ui/frame/use-strip.ts';
import { IconBug } from '#web/ui/icons.ts';
import { Table } from '#web/ui/table/table.tsx';
import { useRowKeys } from '#web/ui/table/use-row-keys.ts';
import { ClientFilter } from '../desk/client-filter.tsx';
import { useStatusName } from '../desk/names.ts';
import { problemColumns } from './columns.tsx';
import { Proposals } from './proposals.tsx';
import '#web/ui/form/form.css';
import '#web/ui/frame/room-tabs.css';
import './problems.css';

const SHOWN = {
  open: 'Open',
  known: 'Known errors',
  review: 'To review',
  ended: 'Ended',
  proposed: 'Proposed',
} as const;
type Shown = keyof typeof SHOWN;

/** What lies behind incidents: problems that are looked into, and those that what happened speaks for. */
export default function ProblemsPage() {
  const { at, go } = useAddress();
  const asked = at.get('show') ?? '';
  const show: Shown = asked in SHOWN ? (asked as Shown) : 'open';
  const clientId = at.get('client');
  const strip = useStrip<HTMLElement>(show);
  return (
    <>
      <PageHead title="Problems">
        <nav ref={strip} className="f-room-tabs f-strip" aria-label="Problems to show">
          {Object.entries(SHOWN).map(([key, name]) => (
            <Link
              key={key}
              to="/problems"
              search={((before: object) => ({ ...before, show: key })) as never}
              // The router's own idea of "active" compares addresses; a filtered list has another one.
              activeProps={{ 'aria-current': undefined }}
              {...(key === show ? { 'aria-current': 'page' as const } : {})}
            >
              {name}
            </Link>
          ))}
        </nav>
      </PageHead>
      <search className="f-list-bar">
        <ClientFilter value={clientId} onChange={(next) => go({ client: next })} />
      </search>
      {show === 'proposed' ? (
        <Proposals clientId={clientId} />
      ) : (
        <List query={{ show, ...(clientId ? { clientId } : {}) }} narrowed={show !== 'open' || clientId !== null} />
      )}
    </>
  );
}

const idOf = ({ id }: ProblemRow) => id;

function List({ query, narrowed }: { query: ProblemQuery; narrowed: boolean }) {
  const navigate = useNavigate();
  const statusName = useStatusName();
  const { rows, more, reading } = usePages('GET /problems', query);
  const columns = useMemo(
    () => problemColumns((status) => statusName({ kind: 'problem', status, holdReason: null })),
    [statusName],
  );
  const open = ({ key }: ProblemRow) => void navigate({ to: '/tickets/$key', params: { key } });
  const { current, setCurrent } = useRowKeys(rows, idOf, open);
  if (reading.error) return <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />;
  return (
    <Table
      label="Problems"
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
        narrowed ? (
          <EmptyState icon={IconBug} title="Nothing here">
            No problem of this sort. Choose another tab or client.
          </EmptyState>
        ) : (
          <EmptyState icon={IconBug} title="No problem is open">
            Tick incidents in the queue and open a problem behind them, or look at what is proposed.
          </EmptyState>
        )
      }
    />
  );
}
