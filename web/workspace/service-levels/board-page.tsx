import { Button } from '@mantine/core';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { IconDeviceTv } from '#web/ui/icons.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { timeOfDay } from '#web/ui/marks/time.ts';
import { LanesRow } from '../board/lanes-row.tsx';
import { useBoardAddress } from './board-address.ts';
import { BoardFilters } from './board-filters.tsx';
import { ClockLane } from './clock-lane.tsx';
import { Kept } from './kept.tsx';
import { PagingRow } from './paging-row.tsx';
import { useBoard } from './use-board.ts';
import { fillScreen, freeScreen, useWall } from './use-wall.ts';
import './service-levels.css';

/** How promises were kept lately, and what falls due soon, is missed and waits, with countdowns; on a wall as well. */
export default function ServiceLevelBoard() {
  const { query, by, days, wall, go } = useBoardAddress();
  const { data, error, refetch, ahead } = useBoard(query);
  const reader = useReader();
  const leave = () => {
    freeScreen();
    go({ wall: null });
  };
  useWall(wall, leave);
  const common = { by, readAt: data?.now ?? '', ahead };
  const stale = error && data;
  return (
    <div className="f-sla-board" data-wall={wall || undefined}>
      <PageHead
        title="Service levels"
        actions={
          wall ? (
            <>
              {data && <span className="f-dim">as of {timeOfDay(data.now, reader)}</span>}
              <Button variant="subtle" onClick={leave}>
                Leave the wall screen
              </Button>
            </>
          ) : (
            <Button
              variant="default"
              leftSection={<IconDeviceTv size={16} aria-hidden="true" />}
              onClick={() => {
                fillScreen();
                go({ wall: '1' });
              }}
            >
              Wall screen
            </Button>
          )
        }
      />
      {!wall && <BoardFilters query={query} by={by} go={go} />}
      {stale && (
        <p className="f-sla-stale" role="status">
          Not read since {timeOfDay(data.now, reader)}; it is tried again by itself.
        </p>
      )}
      <Kept query={query} days={days} wall={wall} go={go} />
      <PagingRow quiet={wall} />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LanesRow>
          <ClockLane
            name="At risk"
            lane={data?.atRisk}
            none={`Nothing falls due within ${query.hours === 1 ? 'the hour' : `${query.hours} hours`}.`}
            {...common}
          />
          <ClockLane name="Missed" lane={data?.breached} none="Nothing is missed." {...common} />
          <ClockLane name="Waiting" lane={data?.paused} none="No clock waits." {...common} />
        </LanesRow>
      )}
    </div>
  );
}
