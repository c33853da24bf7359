import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDo, useGet } from '#web/api/use.ts';
import { Select } from '#web/ui/form/select.tsx';
import { faultOf } from './faults.ts';
import { t } from './words/t.ts';

/** Choosing who decides in one's place, and until when. */
export function ChooseStandIn() {
  const people = useGet('GET /portal/colleagues', { query: {} }).data?.items ?? [];
  const { data: me } = useGet('GET /me', {});
  const [toContactId, setTo] = useState<string | null>(null);
  const [until, setUntil] = useState('');
  const make = useDo('POST /portal/delegations', { failed: false, refresh: ['GET /portal/delegations'] });
  const send = () => {
    if (toContactId === null || until === '') return;
    // Through the end of that day, where the reader is.
    make.mutate({ body: { toContactId, untilAt: new Date(`${until}T23:59:59`).toISOString() } });
  };
  return (
    <form
      className="f-portal-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="f-dim">{t('standIn.help')}</p>
      <Select
        label={t('standIn.colleague')}
        searchable
        placeholder={t('standIn.choose')}
        data={people.filter(({ id }) => id !== me?.id).map(({ id, name }) => ({ value: id, label: name }))}
        value={toContactId}
        error={make.error ? faultOf(make.error, 'toContactId') : undefined}
        onChange={setTo}
      />
      <TextInput
        label={t('standIn.untilEndOf')}
        type="date"
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <div className="f-portal-buttons">
        <Button
          type="submit"
          variant="default"
          loading={make.isPending}
          disabled={toContactId === null || until === ''}
        >
          {t('standIn.let')}
        </Button>
      </div>
    </form>
  );
}
