import { ActionIcon, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { RelatedTicket } from '#shared/related.ts';
import type { TicketRefView, TicketView } from '#shared/ticket.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { IconDots } from '#web/ui/icons.ts';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { StatusIcon } from '#web/ui/marks/status-badge.tsx';
import { apply, refreshTickets, useAllowed } from '../actions/index.ts';

type Line = Pick<TicketRefView, 'id' | 'key' | 'title' | 'priority' | 'statusCategory'> &
  Partial<Pick<RelatedTicket, 'why' | 'resolution' | 'client'>>;

type Props = {
  name: string;
  lines: readonly Line[];
  ticket: TicketView;
  /** Offers to join this ticket with one of them. */
  joins?: boolean;
};

/** Some tickets around another one, under a name that says how they stand to it. */
export function RelatedGroup({ name, lines, ticket, joins = false }: Props) {
  return (
    <section aria-label={name}>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <ul className="f-related">
        {lines.map((line) => (
          <li key={line.id}>
            <Link to="/tickets/$key" params={{ key: line.key }}>
              <StatusIcon category={line.statusCategory} />
              <span className="f-dim">{line.key}</span>
              <bdi className="f-cut">{line.title}</bdi>
              <PriorityMark priority={line.priority} />
            </Link>
            {joins && <Join line={line} ticket={ticket} />}
            {joins && (line.why || line.resolution) && (
              <p className="f-dim">
                {line.client && line.client.id !== ticket.client.id && <bdi>{line.client.name} · </bdi>}
                {line.resolution?.note ? <bdi>Solved: {line.resolution.note}</bdi> : line.why}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What to do with a ticket that looks like this one. */
function Join({ line, ticket }: { line: Line; ticket: TicketView }) {
  const allowed = useAllowed();
  const link = useDo('POST /tickets/{idOrKey}/links', {
    failed: 'Not linked',
    onDone: () => {
      toast.done(`${ticket.key} and ${line.key} are linked`);
      return refreshTickets();
    },
  });
  // Links and merges stay within one client.
  if (line.client && line.client.id !== ticket.client.id) return null;
  const merge = () =>
    apply([ticket], { mergeInto: line.id }, `merged into ${line.key}`).catch((error: unknown) =>
      toast.fault(error, 'Not merged'),
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={24} aria-label={`What to do with ${line.key}`}>
          <IconDots size={15} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {allowed('link') && (
          <Menu.Item
            onClick={() => link.mutate({ params: { idOrKey: ticket.id }, body: { kind: 'related', to: line.key } })}
          >
            Link the two
          </Menu.Item>
        )}
        {allowed('merge') && <Menu.Item onClick={() => void merge()}>Merge this into {line.key}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
