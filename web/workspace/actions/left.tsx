import { Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { useStore } from '#web/ui/store.ts';
import { type Left, leftStore, namesOf } from './store.ts';

const close = () => leftStore.set(null);

/** The tickets of each reason, the commonest reason first. */
function byReason({ tickets }: Left): [why: string, tickets: Left['tickets']][] {
  const groups = Map.groupBy(tickets, ({ why }) => why);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** After an action for many: every ticket that it left as it is, and why. Mounted once, with the actions. */
export function LeftHost() {
  const left = useStore(leftStore);
  const title = left ? `${left.tickets.length} of ${left.of} tickets were left as they are` : '';
  return (
    <Modal opened={left !== null} onClose={close} title={title} size={520}>
      {left && (
        <div className="f-left">
          {byReason(left).map(([why, tickets]) => (
            <section key={why} aria-label={why}>
              <h3>{why}</h3>
              <p className="f-dim">{namesOf(tickets.map(({ ticket }) => ticket))}</p>
              <ul>
                {tickets.map(({ ticket: { id, key, title: about } }) => (
                  <li key={id}>
                    <Link to="/tickets/$key" params={{ key }} onClick={close}>
                      {key}
                    </Link>{' '}
                    <bdi>{about}</bdi>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <p className="f-dim">{left.tickets.length === 1 ? 'It stays' : 'They stay'} selected.</p>
        </div>
      )}
    </Modal>
  );
}

/** Selects what an action for many left as it is, and nothing else, so that one can go on with that. */
export function useLeftSelected(select: (ids: readonly string[]) => void): void {
  const left = useStore(leftStore);
  const take = useEffectEvent(select);
  useEffect(() => {
    if (left) take(left.tickets.map(({ ticket }) => ticket.id));
  }, [left]);
}
