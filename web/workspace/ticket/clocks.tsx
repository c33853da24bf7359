import type { ReactNode } from 'react';
import type { ClockView } from '#shared/service-level.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { targetName } from '#web/ui/marks/clock.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { SlaRing } from '#web/ui/marks/sla-ring.tsx';
import { dayAndTime, exact } from '#web/ui/marks/time.ts';
import { Fact } from './fact.tsx';

/** When each promise is due, in the client's own zone, with the ring of the most urgent one. */
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
        {ticket.clock?.target === clock.target && ticket.clock.state !== 'met' && <SlaRing clock={ticket.clock} />}
        <Due clock={clock} timeZone={ticket.client.timeZone} />
      </Fact>
    ))
  );
}

/** Two clocks are usual; their lines keep their place. */
function ClocksWaiting() {
  return (['first_response', 'resolution'] as const).map((target) => (
    <Fact key={target} label={targetName(target)}>
      <span className="f-dim">…</span>
    </Fact>
  ));
}

const city = (timeZone: string) => timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');

function Due({ clock, timeZone }: { clock: ClockView; timeZone: string }) {
  const { language, timeZone: mine } = useReader();
  const told = (words: string, iso: string): ReactNode => (
    <span data-tip={exact(iso, { language, timeZone: mine })}>
      {words} {dayAndTime(iso, Date.now(), { language, timeZone })}
      {timeZone !== mine && <span className="f-dim"> {city(timeZone)}</span>}
    </span>
  );
  if (clock.state === 'met' && clock.stoppedAt) return told('met', clock.stoppedAt);
  if (clock.state === 'paused') return <span>paused{clock.pauseReason ? `: ${clock.pauseReason}` : ''}</span>;
  if (clock.state === 'cancelled' || !clock.dueAt) return <span className="f-dim">does not run</span>;
  return told(clock.state === 'breached' ? 'was due' : 'due', clock.dueAt);
}
