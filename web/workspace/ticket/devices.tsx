import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useId, useState } from 'react';
import type { TicketItems } from '#shared/estate.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Facts } from '#web/ui/form/section.tsx';
import { IconSearch, IconX } from '#web/ui/icons.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { Online, StateBadge } from '../estate/columns.tsx';
import { TOUCHED } from '../estate/touched.ts';
import { OFFERED_STATES, whatItIs } from '../estate/words.ts';
import { useCan } from '../session/me.ts';
import { RunDialog } from './scripts/run-dialog.tsx';
import { Runs } from './scripts/runs.tsx';
import '../estate/estate.css';

type Linked = TicketItems['items'][number];
const outside = { target: '_blank', rel: 'noopener noreferrer' } as const;

/** The devices and other items that a ticket is about: how each is now, and the way to it. */
export function Devices({ ticket }: { ticket: TicketView }) {
  const may = useCan()('ticket.update');
  const heading = useId();
  const { data } = useGet('GET /tickets/{idOrKey}/items', { params: { idOrKey: ticket.id } });
  const link = useDo('POST /tickets/{idOrKey}/items', { failed: 'Not linked', refresh: TOUCHED });
  const unlink = useDo('DELETE /tickets/{idOrKey}/items/{itemId}', { failed: 'Not taken off', refresh: TOUCHED });
  const take = async (item: Linked) => {
    await unlink.mutateAsync({ params: { idOrKey: ticket.id, itemId: item.id } });
    toast.done(`The ticket is not about ${item.name} any more`, {
      undo: () => link.mutate({ params: { idOrKey: ticket.id }, body: { itemId: item.id } }),
    });
  };
  const known = new Set(data?.items.map(({ id }) => id));
  return (
    <section className="f-panel" aria-labelledby={heading}>
      <h2 id={heading}>Devices and services</h2>
      {data && data.items.length === 0 && <p className="f-dim">Not said yet which device or service this is about.</p>}
      {data?.items.map((item) => (
        <Device
          key={item.id}
          ticketId={ticket.id}
          item={item}
          onTake={may ? () => void take(item).catch(() => {}) : null}
        />
      ))}
      {may && data && (
        <Find
          ticket={ticket}
          known={known}
          onPick={(itemId) => link.mutate({ params: { idOrKey: ticket.id }, body: { itemId } })}
        />
      )}
    </section>
  );
}

type DeviceProps = { ticketId: string; item: Linked; onTake: (() => void) | null };

function Device({ ticketId, item, onTake }: DeviceProps) {
  const can = useCan();
  const [isRunning, setRunning] = useState(false);
  const { data: scripts } = useGet(
    'GET /items/{id}/scripts',
    { params: { id: item.id } },
    { enabled: can('script.run'), staleTime: 60_000 },
  );
  const note = useDo('POST /tickets/{idOrKey}/remote-sessions', {
    failed: 'The session is not noted in the ticket',
    refresh: ['GET /tickets/{idOrKey}/timeline'],
  });
  return (
    <article className="f-device" aria-label={item.name}>
      <span className="f-row-name">
        <Link to="/estate/$id" params={{ id: item.id }} className="f-cut">
          <bdi>{item.name}</bdi>
        </Link>
        <StateBadge state={item.state} />
        <Online online={item.online} />
        {onTake && (
          <UnstyledButton aria-label={`Take off ${item.name}`} onClick={onTake}>
            <IconX size={14} aria-hidden="true" />
          </UnstyledButton>
        )}
      </span>
      <Facts
        facts={[
          ['What it is', <bdi key="what">{whatItIs(item)}</bdi>],
          ['Last seen', item.lastSeenAt && <TimeAgo key="seen" at={item.lastSeenAt} long />],
          [
            'User',
            (item.contact?.name ?? item.lastUser) && <bdi key="user">{item.contact?.name ?? item.lastUser}</bdi>,
          ],
          ['Serial number', item.serial && <bdi key="serial">{item.serial}</bdi>],
          ['Other open tickets', item.openTickets > 0 && item.openTickets],
          ['Maintenance', item.inMaintenance && 'Its source says that it is being worked on'],
        ]}
      />
      <span className="f-device-acts">
        {item.remoteUrl && (
          <Button
            component="a"
            href={item.remoteUrl}
            {...outside}
            size="compact-sm"
            c="var(--button-color)"
            onClick={() =>
              can('ticket.update') && note.mutate({ params: { idOrKey: ticketId }, body: { itemId: item.id } })
            }
          >
            Remote control
          </Button>
        )}
        {item.openUrl && (
          <Button
            component="a"
            href={item.openUrl}
            {...outside}
            variant="default"
            size="compact-sm"
            c="var(--button-color)"
          >
            Open in its system
          </Button>
        )}
        <Button
          component={Link}
          to="/estate/$id/impact"
          params={{ id: item.id } as never}
          variant="default"
          size="compact-sm"
          c="var(--button-color)"
        >
          What hangs on it
        </Button>
        {scripts && scripts.items.length > 0 && (
          <Button variant="default" size="compact-sm" onClick={() => setRunning(true)}>
            Run a script…
          </Button>
        )}
      </span>
      <Runs ticketId={ticketId} itemId={item.id} />
      <RunDialog ticketId={ticketId} item={item} opened={isRunning} onClose={() => setRunning(false)} />
    </article>
  );
}

type FindProps = { ticket: TicketView; known: ReadonlySet<string>; onPick(id: string): void };

/** Looks for an item of the ticket's client; before anything is typed, those are offered that whoever asked has, or seems to use. */
function Find({ ticket, known, onPick }: FindProps) {
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const requester = ticket.requester?.id;
  const { data } = useGet(
    'GET /items',
    {
      query: {
        clientId: ticket.client.id,
        state: OFFERED_STATES,
        limit: 10,
        ...(q ? { q } : requester ? { usedBy: requester } : {}),
      },
    },
    { enabled: q !== '' || requester !== undefined },
  );
  const found = (data?.items ?? []).filter(({ id }) => !known.has(id)).slice(0, 6);
  return (
    <>
      <TextInput
        size="xs"
        type="search"
        aria-label="Find a device or service"
        placeholder="Find by name, tag, serial or MAC"
        leftSection={<IconSearch size={13} aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {data && (
        <ul className="f-lines" aria-label={q ? 'Items found' : 'Items of the requester'}>
          {found.map((item) => (
            <li key={item.id}>
              <span className="f-cut">
                <bdi>{item.name}</bdi> <span className="f-dim">{item.className}</span>
                {q === '' && !item.contact && (
                  <span className="f-dim">
                    {' '}
                    · last used by <bdi>{item.lastUser}</bdi>
                  </span>
                )}
              </span>
              <Button
                variant="default"
                size="compact-xs"
                aria-label={`It is about ${item.name}`}
                onClick={() => {
                  setText('');
                  onPick(item.id);
                }}
              >
                It is
              </Button>
            </li>
          ))}
          {q !== '' && found.length === 0 && <li className="f-dim">Nothing fits</li>}
        </ul>
      )}
    </>
  );
}
