import { Button, CloseButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PortalTicket } from '#shared/portal.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Part } from '#web/ui/load/part.tsx';
import { t } from './words/t.ts';

const loadAdd = () => import('./add-people.tsx').then(({ AddPeople }) => AddPeople);
const CHANGED = ['GET /portal/tickets/{idOrKey}/people', 'GET /portal/tickets'] as const;

/** Who of the company is told of a ticket, and letting others in. */
export function TicketPeople({ ticket, decides }: { ticket: PortalTicket; decides: boolean }) {
  const { data } = useGet('GET /portal/tickets/{idOrKey}/people', { params: { idOrKey: ticket.id } });
  const { data: me } = useGet('GET /me', {});
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState(false);
  const navigate = useNavigate();
  const remove = useDo('DELETE /portal/tickets/{idOrKey}/people/{contactId}', {
    failed: t('people.notTakenOff'),
    refresh: CHANGED,
  });
  const take = (contactId: string) =>
    remove.mutate(
      { params: { idOrKey: ticket.id, contactId } },
      // Whoever took themselves off may not see it any more.
      { onSuccess: () => void (decides || navigate({ to: '/portal' })) },
    );
  if (!data || (!decides && data.items.length === 0)) return null;
  return (
    <section aria-label={t('people.label')} className="f-portal-people">
      {data.items.length > 0 && (
        <p className="f-portal-facts">
          <span className="f-dim">{t('people.also')}</span>
          {data.items.map(({ id, name }) => (
            <span key={id} className="f-portal-person">
              <bdi>{name}</bdi>
              {(decides || id === me?.id) && (
                <CloseButton size="xs" aria-label={t('people.takeOff', { name })} onClick={() => take(id)} />
              )}
            </span>
          ))}
        </p>
      )}
      {data.proposed.length > 0 && <p className="f-dim">{t('people.proposed', { who: data.proposed.join(', ') })}</p>}
      {decides &&
        !ticket.joined &&
        (adding ? (
          <Part load={loadAdd} waiting={<SkeletonLines lines={4} />}>
            {(AddPeople) => (
              <AddPeople
                ticket={ticket}
                known={data.items.map(({ id }) => id)}
                onEnd={() => {
                  setAdding(false);
                  setAdded(true);
                }}
              />
            )}
          </Part>
        ) : (
          <div className="f-portal-buttons">
            <Button variant="default" size="compact-sm" autoFocus={added} onClick={() => setAdding(true)}>
              {t('people.add')}
            </Button>
          </div>
        ))}
    </section>
  );
}
