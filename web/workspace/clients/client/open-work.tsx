import { Link } from '@tanstack/react-router';
import type { ClientOverview } from '#shared/client.ts';
import type { TicketFilter } from '#shared/ticket-filter.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { TicketLines } from '../../desk/ticket-lines.tsx';

/** A thousand is where the server stops counting. */
const counted = (count: number): string => (count >= 1_000 ? '999+' : String(count));

function Count({ count, label, search }: { count: number; label: string; search: TicketFilter }) {
  return (
    <Link to="/queue" search={search} className="f-count">
      <strong>{counted(count)}</strong> {label}
    </Link>
  );
}

/** What is open for a client: how much, how urgent, and what is due first. Each number opens what it counts. */
export function OpenWork({ overview }: { overview: ClientOverview }) {
  const { client, open, waiting, overdue, openByPriority } = overview;
  const base: TicketFilter = { clientId: [client.id], status: ['open'] };
  return (
    <Section title="Open work">
      <div className="f-counts">
        <Count count={open} label="open" search={base} />
        <Count count={waiting} label="waiting" search={{ ...base, status: ['waiting'] }} />
        <Count count={overdue} label="overdue" search={{ ...base, due: 'overdue' }} />
        <span className="f-counts-priorities">
          {openByPriority.map(({ priority, count }) => (
            <Link key={priority} to="/queue" search={{ ...base, priority: [priority] }} className="f-count">
              <PriorityMark priority={priority} /> {counted(count)}
            </Link>
          ))}
        </span>
      </div>
      <TicketLines
        filter={base}
        sort="due"
        none={<EmptyState title="Nothing is open">Everything this client reported is solved.</EmptyState>}
      />
    </Section>
  );
}
