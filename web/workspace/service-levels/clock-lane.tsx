import type { BoardClock, SlaBoard } from '#shared/sla-board.ts';
import { COUNT_CAP } from '#shared/vocabulary.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import type { Grouping } from './board-address.ts';
import { ClockCard } from './clock-card.tsx';

type Props = {
  name: string;
  lane: SlaBoard['atRisk'] | undefined;
  /** What it says when it is empty. */
  none: string;
  by: Grouping;
  readAt: string;
  ahead: number;
};

/** A column of the board: its clocks, most urgent first, under their client or team where that is asked for. */
export function ClockLane({ name, lane, none, by, readAt, ahead }: Props) {
  const total = lane ? (lane.count >= COUNT_CAP ? `${COUNT_CAP - 1}+` : String(lane.count)) : '';
  const hidden = lane ? lane.count - lane.items.length : 0;
  const cards = (clocks: readonly BoardClock[]) => (
    <ul>
      {clocks.map((clock) => (
        <ClockCard key={`${clock.ticketId} ${clock.target}`} clock={clock} readAt={readAt} ahead={ahead} />
      ))}
    </ul>
  );
  return (
    <section className="f-lane" aria-label={name} data-lane={name} aria-busy={!lane}>
      <h2>
        <span className="f-cut">{name}</span>
        <span className="f-lane-count">{total}</span>
      </h2>
      {!lane ? (
        <SkeletonLines lines={4} />
      ) : lane.items.length === 0 ? (
        <p className="f-dim f-lane-empty">{none}</p>
      ) : (
        // Without a card that can be focused it could not be scrolled by keys; it always has one here.
        <div className="f-lane-cards">
          {by === null
            ? cards(lane.items)
            : groupsOf(lane.items, by).map(({ key, title, clocks }) => (
                <div key={key} role="group" aria-label={title}>
                  <h3>
                    <bdi className="f-cut">{title}</bdi> <span className="f-dim">{clocks.length}</span>
                  </h3>
                  {cards(clocks)}
                </div>
              ))}
          {hidden > 0 && <p className="f-dim">and {hidden} more; narrow the board to see them</p>}
        </div>
      )}
    </section>
  );
}

type Group = { key: string; title: string; clocks: BoardClock[] };

/** The clocks by client or team. Whoever has the most urgent one stands first. */
function groupsOf(clocks: readonly BoardClock[], by: 'client' | 'team'): Group[] {
  const groups = new Map<string, Group>();
  for (const clock of clocks) {
    const { id, name } = (by === 'client' ? clock.client : clock.team) ?? { id: 'none', name: 'No team' };
    const group = groups.get(id) ?? { key: id, title: name, clocks: [] };
    groups.set(id, group);
    group.clocks.push(clock);
  }
  return [...groups.values()];
}
