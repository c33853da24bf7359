import { Button, CloseButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PortalTicket } from '#shared/portal.ts';
import { fieldErrors, toProblem } from '#web/api/problem.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { heard } from '#web/ui/words/words.ts';
import { addressesIn, PeopleFields } from './raise/people-fields.tsx';
import { t } from './words/t.ts';

type Named = { id: string; name: string };
const CHANGED = ['GET /portal/tickets/{idOrKey}/people', 'GET /portal/tickets'] as const;

/** Who of the company is told of a ticket, and letting others in. */
export function TicketPeople({ ticket, decides }: { ticket: PortalTicket; decides: boolean }) {
  const { data } = useGet('GET /portal/tickets/{idOrKey}/people', { params: { idOrKey: ticket.id } });
  const { data: me } = useGet('GET /me', {});
  const [adding, setAdding] = useState(false);
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
          <Add ticket={ticket} known={data.items.map(({ id }) => id)} onEnd={() => setAdding(false)} />
        ) : (
          <div className="f-portal-buttons">
            <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
              {t('people.add')}
            </Button>
          </div>
        ))}
    </section>
  );
}

function Add({ ticket, known, onEnd }: { ticket: PortalTicket; known: readonly string[]; onEnd(): void }) {
  const [people, setPeople] = useState<readonly Named[]>([]);
  const [addresses, setAddresses] = useState('');
  const add = useDo('POST /portal/tickets/{idOrKey}/people', { failed: false, refresh: CHANGED, onDone: onEnd });
  const faults = fieldErrors(add.error);
  const chosen = people.length > 0 || addresses.trim() !== '';
  return (
    <form
      className="f-portal-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!chosen || add.isPending) return;
        const body = { contactIds: people.map(({ id }) => id), addresses: addressesIn(addresses) };
        add.mutate({ params: { idOrKey: ticket.id }, body });
      }}
    >
      <PeopleFields
        people={people}
        addresses={addresses}
        known={[...known, ...(ticket.requester ? [ticket.requester.id] : [])]}
        faults={faults}
        onPeople={setPeople}
        onAddresses={setAddresses}
      />
      {add.error && Object.keys(faults).length === 0 && <p role="alert">{heard(toProblem(add.error).message)}</p>}
      <div className="f-portal-buttons">
        <Button type="submit" loading={add.isPending} disabled={!chosen}>
          {t('people.addThem')}
        </Button>
        <Button variant="default" onClick={onEnd}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
