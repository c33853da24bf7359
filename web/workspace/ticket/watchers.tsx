import { CloseButton } from '@mantine/core';
import { useId } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { Select } from '#web/ui/form/select.tsx';
import { Avatar } from '#web/ui/marks/person.tsx';
import { refreshTickets } from '../actions/index.ts';
import { useStaff } from '../desk/names.ts';
import { useCan } from '../session/me.ts';

type Watcher = TicketView['watchers'][number];

/** Who is told of what happens: our own people, and the client's, who also read replies. */
export function Watchers({ ticket }: { ticket: TicketView }) {
  const editable = useCan()('ticket.update');
  const staff = useStaff().filter(({ active }) => active);
  const contacts = useGet(
    'GET /contacts',
    { query: { clientId: ticket.client.id, active: true, limit: 200 } },
    { enabled: editable, staleTime: 60_000 },
  );
  const add = useDo('POST /tickets/{idOrKey}/watchers', { failed: 'Not added', onDone: refreshTickets });
  const drop = useDo('DELETE /tickets/{idOrKey}/watchers', { failed: 'Not taken off', onDone: refreshTickets });
  const hintId = useId();
  const params = { idOrKey: ticket.id };
  const free = (kind: Watcher['kind'], list: readonly { id: string; name: string }[]) =>
    list
      .filter(({ id }) => !ticket.watchers.some((one) => one.kind === kind && one.id === id))
      .map(({ id, name }) => ({ value: `${kind} ${id}`, label: name }));
  return (
    <section aria-label="Watchers">
      <h2>Watchers</h2>
      {ticket.watchers.length === 0 && <p className="f-dim">Nobody besides the assignee is told of what happens.</p>}
      <ul className="f-watchers">
        {ticket.watchers.map(({ kind, id, name }) => (
          <li key={`${kind} ${id}`}>
            <Avatar name={name} />
            <bdi className="f-cut">{name}</bdi>
            {kind === 'contact' && <span className="f-dim">client</span>}
            {editable && (
              <CloseButton
                size="xs"
                aria-label={`Take ${name} off the watchers`}
                onClick={() => drop.mutate({ params, body: { kind, id } })}
              />
            )}
          </li>
        ))}
      </ul>
      {editable && (
        <p className="f-dim" id={hintId}>
          A client’s people who watch read the conversation in the portal and by mail; internal notes they never do.
        </p>
      )}
      {editable && (
        <Select
          aria-label="Add a watcher"
          placeholder="Add somebody"
          searchable
          value={null}
          data={[
            { group: 'Our people', items: free('staff', staff) },
            { group: ticket.client.name, items: free('contact', contacts.data?.items ?? []) },
          ]}
          limit={50}
          onChange={(value) => {
            const [kind, id] = value?.split(' ') ?? [];
            if (kind && id) add.mutate({ params, body: { kind: kind as Watcher['kind'], id } });
          }}
          aria-describedby={hintId}
        />
      )}
    </section>
  );
}
