import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { TriageBoard } from '#shared/next.ts';
import type { TicketRow } from '#shared/ticket.ts';
import type { TicketFilter, TicketSort } from '#shared/ticket-filter.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useActionKeys } from '../actions/index.ts';
import { RunningStrip } from '../announcements/running-strip.tsx';
import { Card } from '../board/card.tsx';
import { LanesRow } from '../board/lanes-row.tsx';
import { countWords } from '../desk/count-words.ts';
import { useChanges } from '../queue/use-changes.ts';
import { Cluster } from './cluster.tsx';
import { TriageTabs } from './tabs.tsx';
import './triage.css';

/** What is at risk moves on with the clock, also when nobody does anything. */
const AGAIN_MS = 60_000;
const UNASSIGNED: TicketFilter = { status: ['open'], assigneeId: ['none'] };
const AT_RISK: TicketFilter = { status: ['open'], due: 'hour' };

/** What whoever hands work out looks at first: what nobody has, what is due soon, and what looks like one thing. */
export default function TriagePage() {
  const { data, error, refetch } = useGet('GET /tickets/triage', {}, { refetchInterval: AGAIN_MS });
  const { changed, show } = useChanges();
  const [targets, setTargets] = useState<readonly string[]>([]);
  useActionKeys(stillThere(data, targets));
  return (
    <>
      <PageHead title="Triage">
        <TriageTabs />
        {changed.size > 0 && (
          <Button variant="light" size="compact-sm" onClick={show}>
            {changed.size} changed · show
          </Button>
        )}
      </PageHead>
      <RunningStrip />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LanesRow className="f-triage">
          <Lane
            name="Nobody has it"
            lane={data?.unassigned}
            filter={UNASSIGNED}
            sort="priority"
            none="Everything is handed out."
            onFocus={({ id }) => setTargets([id])}
          />
          <Lane
            name="At risk within the hour"
            lane={data?.atRisk}
            filter={AT_RISK}
            sort="due"
            none="Nothing is due within the hour."
            onFocus={({ id }) => setTargets([id])}
          />
          <section className="f-lane" aria-label="Looks like one thing" data-lane="clusters">
            <h2>
              <span className="f-cut">Looks like one thing</span>
              <span className="f-lane-count">{data?.clusters.length}</span>
            </h2>
            {!data ? (
              <SkeletonLines lines={4} />
            ) : data.clusters.length === 0 ? (
              <p className="f-dim f-lane-empty">No tickets or alerts of the last two hours look alike.</p>
            ) : (
              <ul>
                {data.clusters.map((cluster) => (
                  <Cluster key={cluster.id} cluster={cluster} onFocus={setTargets} />
                ))}
              </ul>
            )}
          </section>
        </LanesRow>
      )}
    </>
  );
}

type LaneProps = {
  name: string;
  lane: TriageBoard['unassigned'] | undefined;
  filter: TicketFilter;
  sort: TicketSort;
  none: ReactNode;
  onFocus(ticket: TicketRow): void;
};

function Lane({ name, lane, filter, sort, none, onFocus }: LaneProps) {
  const total = lane ? countWords(lane) : '';
  return (
    <section className="f-lane" aria-label={name} data-lane={name}>
      <h2>
        <span className="f-cut">{name}</span>
        <Link
          to="/queue"
          search={{ ...filter, sort }}
          className="f-lane-count"
          aria-label={`${total} in ${name}: show as a list`}
        >
          {total}
        </Link>
      </h2>
      {!lane ? (
        <SkeletonLines lines={4} />
      ) : lane.items.length === 0 ? (
        <p className="f-dim f-lane-empty">{none}</p>
      ) : (
        <ul>
          {lane.items.map((ticket) => (
            <Card key={ticket.id} ticket={ticket} onFocus={() => onFocus(ticket)} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The tickets that keys are meant for, as they are now; one that left the board is not meant any more. */
function stillThere(board: TriageBoard | undefined, ids: readonly string[]): TicketRow[] {
  if (!board) return [];
  const all = [...board.unassigned.items, ...board.atRisk.items, ...board.clusters.flatMap(({ items }) => items)];
  return ids.flatMap((id) => all.find((ticket) => ticket.id === id) ?? []);
}
