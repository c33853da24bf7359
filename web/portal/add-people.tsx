import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PortalTicket } from '#shared/portal.ts';
import { fieldErrors, toProblem } from '#web/api/problem.ts';
import { useDo } from '#web/api/use.ts';
import { heard } from '#web/ui/words/words.ts';
import { addressesIn } from './raise/addresses.ts';
import { PeopleFields } from './raise/people-fields.tsx';
import { t } from './words/t.ts';

type Named = { id: string; name: string };
const CHANGED = ['GET /portal/tickets/{idOrKey}/people', 'GET /portal/tickets'] as const;

/** Letting colleagues and others into a ticket. */
export function AddPeople({ ticket, known, onEnd }: { ticket: PortalTicket; known: readonly string[]; onEnd(): void }) {
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
        autoFocus
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
