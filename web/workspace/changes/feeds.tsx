import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDo, useGet } from '#web/api/use.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Copied } from '#web/ui/marks/copied.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../session/me.ts';

/** Addresses for calendar programs: one's own, and those of the client that is chosen. */
export function Feeds({ clientId }: { clientId: string | null }) {
  const may = useCan()('change.policy');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        Calendar file
      </Button>
      <Dialog title="Read it in a calendar program" opened={opened} onClose={() => setOpened(false)}>
        {opened && <Mine />}
        {opened && may && clientId && <OfClient clientId={clientId} />}
        {opened && may && !clientId && (
          <p className="f-plain f-dim">For a client’s own calendar, choose the client on the page first.</p>
        )}
      </Dialog>
    </>
  );
}

function Mine() {
  const { data } = useGet('GET /me/calendar-feed', {});
  const refresh = ['GET /me/calendar-feed'] as const;
  const make = useDo('POST /me/calendar-feed', { failed: 'Not made', refresh });
  const end = useDo('DELETE /me/calendar-feed', { failed: 'Not taken back', refresh });
  return (
    <Section title="Mine" help="The changes that you work on, your shifts on call and your board meetings.">
      {make.data && <Copied label="address" text={make.data.url} />}
      {make.data && <p className="f-plain f-dim">It is shown this once. Whoever has it reads your calendar.</p>}
      {data?.made && !make.data && (
        <p className="f-plain f-dim">
          There is an address{data.usedAt ? ', read last ' : ', never read yet'}
          {data.usedAt && <TimeAgo at={data.usedAt} />}. A new one ends it.
        </p>
      )}
      <div className="f-slots">
        <Button variant="default" size="compact-sm" disabled={make.isPending} onClick={() => make.mutate({})}>
          {data?.made ? 'Make a new address' : 'Make an address'}
        </Button>
        {data?.made && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => {
              make.reset();
              end.mutate({});
            }}
          >
            Take it back
          </Button>
        )}
      </div>
    </Section>
  );
}

function OfClient({ clientId }: { clientId: string }) {
  const [name, setName] = useState('');
  const params = { id: clientId };
  const { data } = useGet('GET /clients/{id}/calendar-feeds', { params });
  const refresh = ['GET /clients/{id}/calendar-feeds'] as const;
  const make = useDo('POST /clients/{id}/calendar-feeds', { failed: 'Not made', refresh, onDone: () => setName('') });
  const end = useDo('DELETE /clients/{id}/calendar-feeds/{feedId}', { failed: 'Not taken back', refresh });
  return (
    <Section title="The client’s" help="What is planned there, for people of the client. Drafts are not told.">
      {make.data && <Copied label="address" text={make.data.url} />}
      <ul className="f-lines">
        {data?.items.map((feed) => (
          <li key={feed.id}>
            <bdi>{feed.name}</bdi>
            <span className="f-dim">{feed.usedAt ? <TimeAgo at={feed.usedAt} /> : 'never read yet'}</span>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              onClick={() => end.mutate({ params: { id: clientId, feedId: feed.id } })}
            >
              Take back<span className="f-hidden"> {feed.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="f-slots"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) make.mutate({ params, body: { name: name.trim() } });
        }}
      >
        <TextInput
          aria-label="Who reads it"
          placeholder="Who reads it"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button variant="default" type="submit" disabled={make.isPending || name.trim() === ''}>
          Make an address
        </Button>
      </form>
    </Section>
  );
}
