import { useCallback, useEffect, useState } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { call } from '#web/api/client.ts';
import { Avatar } from '#web/ui/marks/person.tsx';
import { type LiveMessage, type LivePresence, useLiveMessages } from '../live/live.ts';
import { useMe } from '../session/me.ts';

const FORGET_MS = 45_000;
type Seen = LivePresence & { at: number };

/** Who else has this ticket open, and who of them is typing. */
export function usePresence(ticketId: string): readonly Seen[] {
  const { id } = useMe();
  const [people, setPeople] = useState<readonly Seen[]>([]);
  useLiveMessages(
    useCallback(
      (message: LiveMessage) => {
        if (message.kind !== 'presence') return;
        const { presence } = message;
        if (presence.ticketId !== ticketId || presence.staffId === id) return;
        setPeople((now) => [
          ...now.filter(({ staffId }) => staffId !== presence.staffId),
          ...(presence.state === 'left' ? [] : [{ ...presence, at: Date.now() }]),
        ]);
      },
      [ticketId, id],
    ),
  );
  useEffect(() => {
    let gone = false;
    // Who was there before me. What is heard meanwhile is newer than this answer.
    call('GET /tickets/{idOrKey}/presence', { params: { idOrKey: ticketId } }).then(
      ({ items }) => {
        if (gone) return;
        setPeople((now) => [
          ...now,
          ...items
            .filter(({ staffId }) => staffId !== id && !now.some((one) => one.staffId === staffId))
            .map((one) => ({ ...one, ticketId, at: Date.now() })),
        ]);
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [ticketId, id]);
  useEffect(() => {
    // Somebody whose connection broke never says that they left.
    const timer = setInterval(
      () => setPeople((now) => now.filter(({ at }) => Date.now() - at < FORGET_MS)),
      FORGET_MS / 3,
    );
    return () => clearInterval(timer);
  }, []);
  return people.filter((one) => one.ticketId === ticketId);
}

/** The people looking at a ticket, in its title line. */
export function Presence({ ticket }: { ticket: TicketView }) {
  const people = usePresence(ticket.id);
  if (people.length === 0) return null;
  const typing = people.filter(({ state }) => state === 'typing');
  return (
    <span className="f-presence" role="status">
      {people.map(({ staffId, name, state }) => (
        <Avatar key={staffId} name={name} label={state === 'typing' ? `${name} is typing` : `${name} has this open`} />
      ))}
      {typing.length > 0 && <span>{typing.map(({ name }) => name).join(', ')} typing …</span>}
    </span>
  );
}
