import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fieldErrors } from '#web/api/problem.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { MOST_OFFERED, Select } from '#web/ui/form/select.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { faultOf } from './faults.ts';
import { standInDays } from './stand-in-days.ts';
import { t } from './words/t.ts';

/** Choosing who decides in one's place, and until when. */
export function ChooseStandIn({ another }: { another: boolean }) {
  const people = useGet('GET /portal/colleagues', { query: {} }).data?.items ?? [];
  const { data: me } = useGet('GET /me', {});
  const [toContactId, setTo] = useState<string | null>(null);
  const { timeZone } = useReader();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const make = useDo('POST /portal/delegations', { failed: false, refresh: ['GET /portal/delegations'] });
  const send = () => {
    if (toContactId === null || until === '') return;
    // By the clocks in which the portal shows times, wherever the browser is.
    const days = standInDays(from, until, timeZone);
    if (!days) return;
    make.mutate(
      { body: { toContactId, ...days, ...(reason.trim() ? { reason: reason.trim() } : {}) } },
      {
        onSuccess: () => {
          setTo(null);
          for (const clear of [setFrom, setUntil, setReason]) clear('');
        },
      },
    );
  };
  return (
    <form
      className="f-portal-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="f-dim">{t(another ? 'standIn.another' : 'standIn.help')}</p>
      <Select
        label={t('standIn.colleague')}
        searchable
        limit={MOST_OFFERED}
        placeholder={t('common.choose')}
        data={people.filter(({ id }) => id !== me?.id).map(({ id, name }) => ({ value: id, label: name }))}
        value={toContactId}
        error={make.error ? faultOf(make.error, 'toContactId') : undefined}
        onChange={setTo}
      />
      <TextInput
        label={t('standIn.fromStartOf')}
        type="date"
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        label={t('standIn.untilEndOf')}
        error={make.error ? fieldErrors(make.error).untilAt : undefined}
        type="date"
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <TextInput
        label={t('standIn.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
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
