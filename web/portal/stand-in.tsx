import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDo, useGet } from '#web/api/use.ts';
import { Select } from '#web/ui/form/select.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { faultOf } from './faults.ts';

const CHANGED = ['GET /portal/delegations'] as const;

/** Who decides in one's place while one is away. */
export function StandIn() {
  const { data } = useGet('GET /portal/delegations', {});
  const end = useDo('DELETE /portal/delegations/{delegationId}', { failed: 'Not ended', refresh: CHANGED });
  if (!data) return null;
  return (
    <section aria-label="While you are away" className="f-quote">
      <h2>While you are away</h2>
      {data.items.map(({ id, to, untilAt }) => (
        <p key={id}>
          <bdi>{to.name}</bdi> decides in your place until <TimeAgo at={untilAt} long />.{' '}
          <Button
            variant="default"
            size="compact-sm"
            loading={end.isPending}
            onClick={() => end.mutate({ params: { delegationId: id } })}
          >
            End it
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
      <p className="f-dim">Let a colleague approve in your place for a time. What they decide says so.</p>
      <Select
        label="Colleague"
        searchable
        placeholder="Choose somebody"
        data={people.filter(({ id }) => id !== me?.id).map(({ id, name }) => ({ value: id, label: name }))}
        value={toContactId}
        error={make.error ? faultOf(make.error, 'toContactId') : undefined}
        onChange={setTo}
      />
      <TextInput
        label="Until the end of"
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
          Let them decide
        </Button>
      </div>
    </form>
  );
}
