import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Html } from '#web/ui/text/html.tsx';
import { refreshTickets } from '../actions/index.ts';
import { useCan } from '../session/me.ts';
import { nobodyWords } from './nobody.ts';

type Props = { from: { id: string; key: string }; into: Pick<TicketView, 'id' | 'key'> };

/** The report that came in with a merge, which stays with its ticket: quoted, with the way to it and the way back. */
export function MergedFrom({ from, into }: Props) {
  const can = useCan();
  const { data } = useGet('GET /tickets/{idOrKey}', { params: { idOrKey: from.id } });
  const apart = useDo('POST /tickets/{idOrKey}/unmerge', {
    failed: 'Not taken apart',
    onDone: ({ key }) => {
      toast.done(`${key} stands by itself again`);
      return refreshTickets();
    },
  });
  // Taken apart since: it is told there again.
  if (data?.mergedInto?.id !== into.id) return null;
  return (
    <blockquote className="f-event-quote">
      <p>
        <Link to="/tickets/$key" params={{ key: data.key }}>
          {data.key} <bdi>{data.title}</bdi>
        </Link>
        , reported by <bdi>{data.requester?.name ?? nobodyWords(data)}</bdi>
      </p>
      {data.description && (
        <Html
          html={data.description}
          mail={data.source === 'email' ? `The mail that ${data.key} began with` : undefined}
        />
      )}
      {can('ticket.merge') && (
        <UnstyledButton
          className="f-event-undo"
          disabled={apart.isPending}
          onClick={() => apart.mutate({ params: { idOrKey: from.id } })}
        >
          Take the merge apart
        </UnstyledButton>
      )}
    </blockquote>
  );
}
