import { Button, SegmentedControl } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { TicketRow } from '#shared/ticket.ts';
import { queryClient, useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { ask, useActionKeys } from '../actions/index.ts';
import { FilterBar } from '../queue/filter-bar.tsx';
import { ShownAs } from '../queue/shown-as.tsx';
import { useChanges } from '../queue/use-changes.ts';
import { type BoardKind, useQueueState } from '../queue/use-filter.ts';
import { ViewTabs } from '../queue/views/view-tabs.tsx';
import { Lane } from './lane.tsx';
import { type Lane as LaneOf, useLanes } from './lanes.ts';
import { LanesRow } from './lanes-row.tsx';
import '../queue/queue.css';

const NAMES = [
  { value: 'status', label: 'Status' },
  { value: 'team', label: 'Team' },
  { value: 'person', label: 'Person' },
];

/** What the queue shows as a board, by status, team or person: the same views, filters and search, and the same address. */
export default function BoardPage() {
  const state = useQueueState();
  const { filter, show } = state;
  const by = state.by ?? 'status';
  const lanes = useLanes(by, filter);
  const [current, setCurrent] = useState<string | null>(null);
  const { onRows, find } = useShown();
  const ticket = current === null ? undefined : find(current);
  useActionKeys(ticket ? [ticket] : [], 'For the card with the cursor');
  const { changed, show: showChanges } = useChanges();
  const drop = useDrop();
  return (
    <>
      <PageHead
        title="Board"
        actions={
          <>
            <SegmentedControl
              aria-label="Columns by"
              data={NAMES}
              value={by}
              onChange={(value) => void show({ by: value as BoardKind })}
            />
            <ShownAs by={by} show={show} />
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
      <FilterBar
        filter={filter}
        onChange={(next) => void show({ filter: next })}
        onClear={() => void show({ filter: {}, view: null })}
      />
      <LanesRow>
        {lanes.map((lane) => (
          <Lane
            key={lane.key}
            lane={lane}
            onCurrent={({ id }) => setCurrent(id)}
            onRows={onRows}
            onDrop={(id) => {
              const ticket = find(id);
              if (ticket) drop(ticket, lane);
            }}
          />
        ))}
      </LanesRow>
    </>
  );
}

/** What stands in each lane, so that a card is known by its id. */
function useShown() {
  const [shown, setShown] = useState<ReadonlyMap<string, readonly TicketRow[]>>(new Map());
  const onRows = useCallback(
    (key: string, rows: readonly TicketRow[]) => setShown((now) => new Map([...now, [key, rows]])),
    [],
  );
  return { onRows, find: (id: string) => [...shown.values()].flat().find((ticket) => ticket.id === id) };
}

/** Does what dropping a card on a lane means, and offers to take it back. */
function useDrop() {
  const undo = useDo('POST /tickets/{idOrKey}/undo', {
    failed: 'Not undone',
    refresh: ['GET /tickets', 'GET /tickets/count'],
  });
  const assign = useDo('POST /tickets/{idOrKey}/assign', { failed: 'Not moved' });
  return (ticket: TicketRow, lane: LaneOf): void => {
    // A status may ask for more than where to, so its dialogue opens at the steps into the lane.
    if (!lane.assign) {
      if (ticket.statusCategory !== lane.category) ask('status', [ticket], lane.category ? { to: lane.category } : {});
      return;
    }
    assign.mutate(
      { params: { idOrKey: ticket.id }, body: lane.assign },
      {
        onSuccess: ({ eventId }) => {
          void queryClient.invalidateQueries({ queryKey: ['GET /tickets'] });
          void queryClient.invalidateQueries({ queryKey: ['GET /tickets/count'] });
          toast.done(
            `${ticket.key} is with ${lane.name} now`,
            eventId ? { undo: () => undo.mutate({ params: { idOrKey: ticket.id }, body: { eventId } }) } : {},
          );
        },
      },
    );
  };
}
