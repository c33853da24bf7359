import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDo, useGet } from '#web/api/use.ts';
import { Select } from '#web/ui/form/select.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { faultOf } from './faults.ts';
import { Say, t } from './words/t.ts';

const CHANGED = ['GET /portal/delegations'] as const;

/** Who decides in one's place while one is away. */
export function StandIn() {
  const { data } = useGet('GET /portal/delegations', {});
  const end = useDo('DELETE /portal/delegations/{delegationId}', { failed: t('standIn.notEnded'), refresh: CHANGED });
  if (!data) return null;
  return (
    <section aria-label={t('standIn.title')} className="f-quote">
      <h2>{t('standIn.title')}</h2>
      {data.items.map(({ id, to, untilAt }) => (
        <p key={id}>
          <Say it="standIn.until" name={<bdi>{to.name}</bdi>} when={<TimeAgo at={untilAt} long />} />{' '}
          <Button
            variant="default"
            size="compact-sm"
            loading={end.isPending}
            onClick={() => end.mutate({ params: { delegationId: id } })}
          >
            {t('standIn.end')}
          </Button>
        </p>
      ))}
      {data.items.length === 0 && <Choose />}
    </section>
  );
}

function Choose() {
  const people = useGet('GET /portal/colleagues', { query: {} }).data?.items ?? [];
  const { data: me } = useGet('GET /me', {});
  const [toContactId, setTo] = useState<string | null>(null);
  const [until, setUntil] = useState('');
  const make = useDo('POST /portal/delegations', { failed: false, refresh: CHANGED });
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
