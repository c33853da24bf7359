import { Button } from '@mantine/core';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { ask, refreshTickets, useAllowed } from '../actions/index.ts';
import { TicketAlerts } from '../alerts/ticket-alerts.tsx';
import { useCan } from '../session/me.ts';
import { Articles } from './articles/articles.tsx';
import { Behind } from './problem/behind.tsx';
import { RelatedGroup } from './related-group.tsx';

const LINKS = {
  related: ['Related', 'Related'],
  duplicates: ['Duplicates', 'Duplicated by'],
  blocks: ['Blocks', 'Blocked by'],
  caused_by: ['Caused by', 'Causes'],
} as const;

/** Tickets around this one: its family and links, what looks like it, and what else its requester and client have. */
export function Related({ ticket }: { ticket: TicketView }) {
  const can = useCan();
  const allowed = useAllowed();
  const unmerge = useDo('POST /tickets/{idOrKey}/unmerge', { failed: 'Not taken apart', onDone: refreshTickets });
  const { data, error, refetch } = useGet('GET /tickets/{idOrKey}/related', { params: { idOrKey: ticket.id } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={8} label="Looking around" />;
  const { parent, duplicateOf, mergedInto } = data;
  const links = data.links.map(({ kind, direction, ticket: other }) => ({
    name: LINKS[kind][direction === 'out' ? 0 : 1],
    other,
  }));
  const names = [...new Set(links.map(({ name }) => name))];
  const groups = [
    { name: 'Merged into', lines: mergedInto ? [mergedInto] : [] },
    { name: 'Duplicate of', lines: duplicateOf ? [duplicateOf] : [] },
    { name: 'Parent', lines: parent ? [parent] : [] },
    { name: 'Children', lines: data.children },
    { name: 'Under the same parent', lines: data.siblings },
    ...names.map((name) => ({ name, lines: links.filter((one) => one.name === name).map(({ other }) => other) })),
    { name: 'Merged from', lines: data.mergedFrom },
  ].filter(({ lines }) => lines.length > 0);
  const around = [
    { name: 'Looks alike, open', lines: data.similar.open, alike: true },
    { name: 'Looks alike, solved', lines: data.similar.resolved, alike: true },
    { name: ticket.requester ? `Also from ${ticket.requester.name}` : '', lines: data.fromRequester },
    { name: `Also at ${ticket.client.name}`, lines: data.atClient },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <div className="f-panel">
      <Behind ticket={ticket} />
      <TicketAlerts ticketId={ticket.id} />
      <Articles ticket={ticket} />
      {groups.length + around.length === 0 && (
        <EmptyState title="Nothing around it yet">
          Its parent and children, linked and merged tickets, and whatever looks like it stand here.
        </EmptyState>
      )}
      {groups.map(({ name, lines }) => (
        <RelatedGroup key={name} name={name} lines={lines} ticket={ticket} />
      ))}
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
      {around.map(({ name, lines, alike }) => (
        <RelatedGroup key={name} name={name} lines={lines} ticket={ticket} joins={alike ?? false} />
      ))}
      <div className="f-row-of-buttons">
        {allowed('link') && (
          <Button variant="default" size="compact-sm" onClick={() => ask('link', [ticket])}>
            Link to another
          </Button>
        )}
        {allowed('parent') && (
          <Button variant="default" size="compact-sm" onClick={() => ask('parent', [ticket])}>
            Put under a parent
          </Button>
        )}
        {ticket.kind === 'incident' && allowed('problem') && (
          <Button variant="default" size="compact-sm" onClick={() => ask('problem', [ticket])}>
            Open a problem
          </Button>
        )}
      </div>
    </div>
  );
}
