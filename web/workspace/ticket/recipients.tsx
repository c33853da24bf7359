import type { TicketView } from '#shared/ticket.ts';

/** Who will read it, before it is sent. */
export function Recipients({ ticket, visibility }: { ticket: TicketView; visibility: 'public' | 'internal' }) {
  if (visibility === 'internal') return <span className="f-dim f-cut">Only your own people see this.</span>;
  const names = [
    ticket.requester?.name,
    ...ticket.watchers.filter(({ kind }) => kind === 'contact').map(({ name }) => name),
  ].filter(Boolean);
  return (
    <span className="f-dim f-cut">
      {names.length > 0 ? (
        <>
          To <bdi>{[...new Set(names)].join(', ')}</bdi>
        </>
      ) : (
        `Nobody at ${ticket.client.name} is named on this ticket; whoever may see it can read this.`
      )}
    </span>
  );
}
