import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ClockView } from '#shared/service-level.ts';
import type { ClockSummary, TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { targetName } from '#web/ui/marks/clock.ts';
import { elsewhere } from '#web/ui/marks/place-and-day.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { SlaRing } from '#web/ui/marks/sla-ring.tsx';
import { dayAndTime, exact } from '#web/ui/marks/time.ts';
import { Fact } from './fact.tsx';
import { openTab } from './tabs.ts';

/**
 * When each promise is due, in the reader's zone like every time beside it, with what is left of it as a ring. Where the
 * client's clocks show another time, that is added and named.
 */
export function Clocks({ ticket }: { ticket: TicketView }) {
  const { data } = useGet('GET /tickets/{idOrKey}/sla', { params: { idOrKey: ticket.id } });
  if (!data) return <ClocksWaiting />;
  return data.items.length === 0 ? (
    <Fact label="Promise">
      <span className="f-dim">None for this kind</span>
    </Fact>
  ) : (
    data.items.map((clock) => (
      <Fact key={clock.target} label={targetName(clock.target)}>
        {runs(clock) && <SlaRing clock={ticket.clock?.target === clock.target ? ticket.clock : summary(clock)} />}
        <Due clock={clock} timeZone={ticket.client.timeZone} />
        {clock.miss && (
          <UnstyledButton className="f-why" aria-label={`Why ${clock.name} was missed`} onClick={() => openTab('sla')}>
            why?
          </UnstyledButton>
        )}
      </Fact>
    ))
  );
}

/** Whether there is still something to be seen of it: what is over only says when. */
const runs = ({ state, stoppedAt }: ClockView): boolean =>
  stoppedAt === null && (state === 'running' || state === 'paused' || state === 'breached');

/** What was used up is reckoned to this moment, so the ring goes on from here. When it gets risky is told of the most urgent one. */
const summary = (clock: ClockView): ClockSummary => ({ ...clock, runningSince: null, atRiskAt: null });

/** Two clocks are usual; their lines keep their place. */
function ClocksWaiting() {
  return (['first_response', 'resolution'] as const).map((target) => (
    <Fact key={target} label={targetName(target)}>
      <span className="f-dim">…</span>
    </Fact>
  ));
}

function Due({ clock, timeZone }: { clock: ClockView; timeZone: string }) {
  const reader = useReader();
  const told = (words: string, iso: string): ReactNode => {
    const now = Date.now();
    const theirs = elsewhere(iso, now, reader, timeZone);
    return (
      <span data-tip={exact(iso, reader)}>
        {words} {dayAndTime(iso, now, reader)}
        {theirs && <span className="f-dim"> ({theirs})</span>}
      </span>
    );
  };
  if (clock.state === 'met' && clock.stoppedAt) return told('met', clock.stoppedAt);
  if (clock.hold) return <span>{`held${clock.hold.by ? ` by ${clock.hold.by}` : ''}: ${clock.hold.reason}`}</span>;
  if (clock.state === 'paused')
    return <span>paused{clock.pauseReason ? `: ${clock.pauseReason.replaceAll('_', ' ')}` : ''}</span>;
  if (clock.state === 'cancelled') return <span className="f-dim">ended, neither met nor missed</span>;
  if (clock.state === 'breached' && clock.stoppedAt) return told('missed, done', clock.stoppedAt);
  if (!clock.dueAt) return <span className="f-dim">does not run</span>;
  return told(clock.state === 'breached' ? 'was due' : 'due', clock.dueAt);
}
