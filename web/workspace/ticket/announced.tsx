import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { IconSpeakerphone } from '#web/ui/icons.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { KIND_WORDS } from '../announcements/words.ts';
import { useCan } from '../session/me.ts';

const READ = ['GET /tickets/{idOrKey}/announcements', 'GET /announcements/{id}'] as const;

/** What is announced that this ticket is about, or may be. */
export function Announced({ ticket }: { ticket: TicketView }) {
  const may = useCan()('ticket.update');
  const { data } = useGet('GET /tickets/{idOrKey}/announcements', { params: { idOrKey: ticket.id } });
  const unlink = useDo('DELETE /tickets/{idOrKey}/announcements/{announcementId}', {
    failed: 'Not taken off',
    refresh: READ,
  });
  const link = useDo('POST /tickets/{idOrKey}/announcements', { failed: 'Not linked', refresh: READ });
  if (!data || data.linked.length + data.touching.length === 0) return null;
  const put = async (announcementId: string) => {
    await link.mutateAsync({ params: { idOrKey: ticket.id }, body: { announcementId } });
    toast.done('The ticket is about it', {
      undo: () => unlink.mutate({ params: { idOrKey: ticket.id, announcementId } }),
    });
  };
  return (
    <ul className="f-ticket-announced" aria-label="Announcements">
      {data.linked.map((one) => (
        <li key={one.id} data-linked>
          <Named announcement={one} />
          <span className="f-dim">{one.state === 'ended' ? 'Ended' : 'This ticket is about it'}</span>
          {may && (
            <Button
              variant="default"
              size="compact-xs"
              aria-label={`Take off ${one.title}`}
              onClick={() => unlink.mutate({ params: { idOrKey: ticket.id, announcementId: one.id } })}
            >
              Take off
            </Button>
          )}
        </li>
      ))}
      {data.touching.map((one) => (
        <li key={one.id}>
          <Named announcement={one} />
          <span className="f-dim">
            since <TimeAgo at={one.fromAt} long />; this may be about it
          </span>
          {may && (
            <Button
              variant="default"
              size="compact-xs"
              aria-label={`It is ${one.title}`}
              onClick={() => void put(one.id).catch(() => {})}
            >
              It is
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

type Of = { announcement: { id: string; title: string; kind: 'notice' | 'maintenance' | 'outage' } };
function Named({ announcement: { id, title, kind } }: Of) {
  return (
    <span className="f-cut">
      <IconSpeakerphone size={15} aria-hidden="true" /> {KIND_WORDS[kind]}:{' '}
      <Link to="/announcements/$id" params={{ id }}>
        <bdi>{title}</bdi>
      </Link>
    </span>
  );
}
