import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { TicketRefView, TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { StatusIcon } from '#web/ui/marks/status-badge.tsx';
import { ask, refreshTickets } from '../actions/index.ts';
import { useCan } from '../session/me.ts';

type Line = Pick<TicketRefView, 'id' | 'key' | 'title' | 'priority' | 'statusCategory'>;

const LINKS = {
  related: ['Related', 'Related'],
  duplicates: ['Duplicates', 'Duplicated by'],
  blocks: ['Blocks', 'Blocked by'],
  caused_by: ['Caused by', 'Causes'],
} as const;

/** Tickets around this one. */
export function Related({ ticket }: { ticket: TicketView }) {
  const can = useCan();
  const unmerge = useDo('POST /tickets/{idOrKey}/unmerge', { failed: 'Not taken apart', onDone: refreshTickets });
  const others = useGet('GET /tickets', {
    query: {
      ...(ticket.requester ? { requesterId: [ticket.requester.id] } : { clientId: [ticket.client.id] }),
      limit: 6,
    },
  });
  const recent = (others.data?.items ?? []).filter(({ id }) => id !== ticket.id).slice(0, 5);
  const none =
    !ticket.parent &&
    ticket.children.length + ticket.links.length + ticket.mergedFrom.length + recent.length === 0 &&
    !ticket.mergedInto &&
    !ticket.duplicateOf;
  return (
    <div className="f-panel">
      {can('ticket.update') && (
        <div className="f-row-of-buttons">
          <Button variant="default" size="compact-sm" onClick={() => ask('link', [ticket])}>
            Link
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => ask('parent', [ticket])}>
            Put under a parent
          </Button>
        </div>
      )}
      {none && (
        <EmptyState title="Nothing around it yet">Parents, children, linked and merged tickets stand here.</EmptyState>
      )}
      {ticket.mergedInto && <Group name="Merged into" lines={[ticket.mergedInto]} />}
      {ticket.mergedInto && can('ticket.merge') && (
        <Button
          variant="default"
          size="compact-sm"
          loading={unmerge.isPending}
          onClick={() => unmerge.mutate({ params: { idOrKey: ticket.id } })}
        >
          Take the merge apart
        </Button>
      )}
      {ticket.duplicateOf && <Group name="Duplicate of" lines={[ticket.duplicateOf]} />}
      {ticket.parent && <Group name="Parent" lines={[ticket.parent]} />}
      <Group name="Children" lines={ticket.children} />
      {ticket.links.map(({ kind, direction, ticket: other }) => (
        <Group
          key={`${kind} ${direction} ${other.id}`}
          name={LINKS[kind][direction === 'out' ? 0 : 1]}
          lines={[other]}
        />
      ))}
      <Group name="Merged from" lines={ticket.mergedFrom} />
      <Group
        name={ticket.requester ? `Also from ${ticket.requester.name}` : `Also from ${ticket.client.name}`}
        lines={recent}
      />
    </div>
  );
}

function Group({ name, lines }: { name: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      <ul className="f-ticket-lines">
        {lines.map(({ id, key, title, priority, statusCategory }) => (
          <li key={id}>
            <Link to="/tickets/$key" params={{ key }}>
              <StatusIcon category={statusCategory} />
              <span className="f-dim">{key}</span>
              <bdi className="f-cut">{title}</bdi>
              <PriorityMark priority={priority} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
