import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { TicketFilter, TicketRow } from '#shared/ticket.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { IconInbox, IconSearch } from '#web/ui/icons.ts';
import { useSelection } from '#web/ui/table/selection.ts';
import { Table } from '#web/ui/table/table.tsx';
import { SelectionBar, useActionKeys } from '../actions/index.ts';
import { useQueueColumns } from './columns.tsx';
import { FilterBar } from './filter-bar.tsx';
import { useChanges } from './use-changes.ts';
import { useCursor } from './use-cursor.ts';
import { useQueueState } from './use-filter.ts';
import { useTickets } from './use-tickets.ts';
import './queue.css';

const ROW = 48;
const idOf = ({ id }: TicketRow) => id;

/** The triage queue: one list of work, found by filters and views, worked through with the keyboard. */
export default function QueuePage() {
  const navigate = useNavigate();
  const { filter, sort, show } = useQueueState();
  const { rows, more, query } = useTickets(filter, sort);
  const columns = useQueueColumns();
  const selection = useSelection();
  const { changed, show: showChanges } = useChanges();
  const open = ({ key }: TicketRow) => void navigate({ to: '/tickets/$key', params: { key } });
  const { current, setCurrent, row } = useCursor(rows, idOf, selection, { page: open });
  const chosen = rows.filter(({ id }) => selection.ids.has(id));
  const targets = chosen.length > 0 ? chosen : row ? [row] : [];
  useActionKeys(targets);
  const onFilter = (next: TicketFilter) => void show({ filter: next, view: null });
  return (
    <>
      <PageHead title="Queue">
        {changed.size > 0 && (
          <Button variant="light" size="compact-sm" onClick={showChanges}>
            {changed.size} changed · show
          </Button>
        )}
      </PageHead>
      <FilterBar filter={filter} onChange={onFilter} />
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Table
          label="Tickets"
          columns={columns}
          rows={rows}
          idOf={idOf}
          nameOf={({ key, title }) => `${key} ${title}`}
          rowHeight={ROW}
          loading={query.isPending}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          selection={selection}
          sort={{ by: sort, onSort: (by) => void show({ sort: by as typeof sort }) }}
          onEnd={more}
          marked={changed}
          empty={<Nothing filter={filter} onClear={() => onFilter({})} />}
        />
      )}
      <SelectionBar targets={chosen} onClear={selection.clear} />
    </>
  );
}

function Nothing({ filter, onClear }: { filter: TicketFilter; onClear(): void }) {
  if (Object.keys(filter).length === 0) {
    return (
      <EmptyState icon={IconInbox} title="No tickets yet">
        Every report and request of your clients comes together here, with its priority and the time left. Press{' '}
        <kbd>c</kbd> to log the first.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconSearch}
      title="Nothing fits this filter"
      action={
        <Button variant="default" onClick={onClear}>
          Show all tickets
        </Button>
      }
    >
      {filter.q
        ? 'Search understands small typing errors, but finds only what you may see.'
        : 'All done here, or the filter is narrower than you think.'}
    </EmptyState>
  );
}
