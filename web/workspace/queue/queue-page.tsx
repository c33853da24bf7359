import { Button } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { ticketKey } from '#kernel/ticket-key.ts';
import type { TicketFilter } from '#shared/ticket-filter.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { IconInbox, IconSearch } from '#web/ui/icons.ts';
import { openCreate } from '../create/store.ts';
import { Display } from '../desk/display.tsx';
import { hasNoWords, NO_WORDS } from '../desk/no-words.ts';
import { SORTS } from '../desk/sorts.ts';
import { useDisplay } from '../desk/use-display.ts';
import { useCan } from '../session/me.ts';
import { USUAL, useAllColumns } from './columns.tsx';
import { FilterBar } from './filter-bar.tsx';
import { TicketList } from './list.tsx';
import { ShownAs } from './shown-as.tsx';
import { useChanges } from './use-changes.ts';
import { useQueueState } from './use-filter.ts';
import { ViewTabs } from './views/view-tabs.tsx';
import { useViews } from './views/views.ts';
import './queue.css';

const LOOK = {
  ...{ preference: 'queueColumns', usual: USUAL, always: 'title' },
  rowHeights: { compact: 44, comfortable: 56 },
};

/** The triage queue: one list of work, found by filters and views, worked through with the keyboard. */
export default function QueuePage() {
  const state = useQueueState();
  const { filter, sort, show } = state;
  const { views } = useViews();
  const all = useAllColumns();
  const display = useDisplay({ ...LOOK, all }, views.find(({ id }) => id === state.view)?.columns);
  const { state: entry, href } = useLocation();
  const place = entry.__TSR_key ?? href;
  const { changed, show: showChanges } = useChanges();
  const onFilter = (next: TicketFilter) => void show({ filter: next });
  const clear = () => void show({ filter: {}, view: null });
  return (
    <>
      <PageHead
        title="Queue"
        actions={
          <>
            <Display display={display} sorts={SORTS} sort={sort} onSort={(by) => void show({ sort: by })} />
            <ShownAs by={null} show={show} />
          </>
        }
      >
        <ViewTabs {...state} />
        {changed.size > 0 && (
          <Button variant="light" size="compact-sm" onClick={showChanges}>
            {changed.size} changed · show
          </Button>
        )}
      </PageHead>
      <FilterBar filter={filter} onChange={onFilter} onClear={clear} />
      <TicketList
        key={place}
        place={place}
        filter={filter}
        sort={sort}
        onSort={(by) => void show({ sort: by })}
        columns={display.columns}
        rowHeight={display.rowHeight}
        changed={changed}
        empty={<Nothing filter={filter} onClear={clear} />}
      />
    </>
  );
}

function Nothing({ filter, onClear }: { filter: TicketFilter; onClear(): void }) {
  const can = useCan();
  if (Object.keys(filter).length === 0) {
    return (
      <EmptyState
        icon={IconInbox}
        title="No tickets yet"
        action={can('ticket.create') && <Button onClick={() => openCreate()}>Log a ticket</Button>}
      >
        Every report and request of your clients comes together here, with its priority and the time left. Press{' '}
        <kbd>c</kbd> to log the first.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconSearch}
      title={isPlainlyOpen(filter) ? 'No open tickets' : 'Nothing fits this filter'}
      action={
        <Button variant="default" onClick={onClear}>
          Show all tickets
        </Button>
      }
    >
      {wordsForNothing(filter)}
    </EmptyState>
  );
}

/** Whether the filter says no more than that tickets are open. */
function isPlainlyOpen({ status, ...rest }: TicketFilter): boolean {
  return status?.join() === 'open' && Object.values(rest).every((value) => value === undefined);
}

function wordsForNothing(filter: TicketFilter): string {
  if (filter.q && hasNoWords(filter.q)) return NO_WORDS;
  const key = filter.q ? ticketKey(filter.q.trim()) : null;
  if (key)
    return `There is no ticket ${key.code}-${key.number}, or you may not see it, or the rest of the filter leaves it out.`;
  if (filter.q) return 'Search understands small typing errors, but finds only what you may see.';
  if (isPlainlyOpen(filter)) return 'All that was reported is done.';
  return 'All done here, or the filter is narrower than you think.';
}
