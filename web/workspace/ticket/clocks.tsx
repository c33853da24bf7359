import type { ClockView } from '#shared/service-level.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { SlaRing } from '#web/ui/marks/sla-ring.tsx';
import { dayAndTime } from '#web/ui/marks/time.ts';
import { Fact } from './fact.tsx';

const NAMES = { first_response: 'First response', next_update: 'Next update', resolution: 'Resolution' } as const;

/** When each promise is due, in the client's own zone, with the ring of the most urgent one. */
export function Clocks({ ticket }: { ticket: TicketView }) {
  const { data } = useGet('GET /tickets/{idOrKey}/sla', { params: { idOrKey: ticket.id } });
  return (data?.items ?? []).map((clock) => (
    <Fact key={clock.target} label={NAMES[clock.target]}>
      {ticket.clock?.target === clock.target && <SlaRing clock={ticket.clock} />}
      <Due clock={clock} timeZone={ticket.client.timeZone} />
    </Fact>
  ));
}

function Due({ clock, timeZone }: { clock: ClockView; timeZone: string }) {
  const { language, timeZone: mine } = useReader();
  const at = (iso: string) => dayAndTime(iso, Date.now(), { language, timeZone });
  const zone = timeZone === mine ? '' : ` ${timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ')} time`;
  if (clock.state === 'met' && clock.stoppedAt) return <span>met {at(clock.stoppedAt)}</span>;
  if (clock.state === 'paused') return <span>paused{clock.pauseReason ? `: ${clock.pauseReason}` : ''}</span>;
  if (clock.state === 'cancelled' || !clock.dueAt) return <span className="f-dim">does not run</span>;
  return (
    <span>
      {clock.state === 'breached' ? 'was due' : 'due'} {at(clock.dueAt)}
      <span className="f-dim">{zone}</span>
    </span>
  );
}
