import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChangePart, ChangeView } from '#shared/change.ts';
import { useDo } from '#web/api/use.ts';
import { Approvals } from '#web/ui/approvals/approvals.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { useCan } from '../../session/me.ts';
import { MeansForm } from './means-form.tsx';
import { TOUCHED } from './touched.ts';
import { isPlanned } from './words.ts';

const CONSENT = {
  wanted: 'Their people are being asked.',
  asked: 'It is authorised once people of every client that is asked approve their part.',
  given: 'People of every client that was asked approve their part.',
  refused: 'People of a client did not approve their part.',
} as const;
const ANNOUNCED = { draft: 'Draft', published: 'Published', ended: 'Ended' } as const;

/** What a change means for each client that it affects: what of theirs, what they are told, and whether they approve it. */
export function Parts({ change }: { change: ChangeView }) {
  const [writing, setWriting] = useState<string | null>(null);
  const { parts, consent } = change;
  const part = parts.find(({ client }) => client.id === writing);
  const close = () => setWriting(null);
  if (parts.length === 0) return null;
  return (
    <section aria-label="Affected clients">
      <h2>Affected clients</h2>
      {consent && <p className="f-plain f-dim">{CONSENT[consent]}</p>}
      <ul className="f-change-parts">
        {parts.map((one) => (
          <Part key={one.client.id} change={change} part={one} onWrite={() => setWriting(one.client.id)} />
        ))}
      </ul>
      <Dialog title={`${change.key}: what it means for ${part?.client.name ?? ''}`} opened={!!part} onClose={close}>
        {part && <MeansForm change={change} part={part} onClose={close} />}
      </Dialog>
    </section>
  );
}

type Props = { change: ChangeView; part: ChangePart; onWrite(): void };

function Part({ change, part, onWrite }: Props) {
  const can = useCan();
  const { client, title, means, items, services, approval, announcement, version } = part;
  const isOwn = client.id === change.client.id;
  const draft = useDo('POST /changes/{idOrKey}/parts/{clientId}/announcement', {
    failed: 'Not drafted',
    refresh: [...TOUCHED, 'GET /announcements'],
  });
  const asked = approval?.state === 'pending' || approval?.state === 'approved';
  const may = can('change.manage') && isPlanned(change);
  return (
    <li>
      <p className="f-plain">
        <Link to="/clients/$id" params={{ id: client.id }}>
          <bdi>{client.name}</bdi>
        </Link>{' '}
        {!isOwn && (
          <span className="f-dim">
            reads “<bdi>{title}</bdi>”
          </span>
        )}
      </p>
      <p className="f-plain f-dim">
        <bdi>{[...items, ...services].join(', ') || 'Nothing of theirs is named yet'}</bdi>
      </p>
      {means && (
        <p className="f-change-review">
          <bdi>{means}</bdi>
        </p>
      )}
      {announcement && (
        <p className="f-plain">
          <Link to="/announcements/$id" params={{ id: announcement.id }}>
            <bdi>{announcement.title}</bdi>
          </Link>{' '}
          <Badge color="gray">{ANNOUNCED[announcement.state]}</Badge>
        </p>
      )}
      {approval && <Approvals approvals={[approval]} vote={() => null} />}
      {may && (
        <div className="f-change-buttons">
          {!asked && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Say what it means for ${client.name}`}
              onClick={onWrite}
            >
              Say what it means
            </Button>
          )}
          {announcement === null && change.plannedStart !== null && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Draft an announcement for ${client.name}`}
              loading={draft.isPending}
              onClick={() =>
                draft.mutate({ params: { idOrKey: change.ticketId, clientId: client.id }, body: { version } })
              }
            >
              Draft an announcement
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
