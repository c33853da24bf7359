import type { TicketView } from '#shared/ticket.ts';
import { IconLock } from '#web/ui/icons.ts';

/** Who will read it, before it is sent. */
export function Recipients({ ticket, visibility }: { ticket: TicketView; visibility: 'public' | 'internal' }) {
  if (visibility === 'internal')
    return (
      <span className="f-recipients f-cut">
        <IconLock size={13} aria-hidden="true" /> Only your own people see this
      </span>
    );
  const names = [
    ticket.requester?.name,
    ...ticket.watchers.filter(({ kind }) => kind === 'contact').map(({ name }) => name),
  ].filter(Boolean);
  return (
    <span className="f-recipients f-cut">
      {names.length > 0 ? (
        <>
          To <bdi>{[...new Set(names)].join(', ')}</bdi>
        </>
      ) : (
        `Nobody at ${ticket.client.name} is named here, so nobody is told; who looks after their tickets may read it`
      )}
    </span>
  );
}
