import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { ImprovementRow } from '#shared/improvement.ts';
import { IMPROVEMENT_STATUSES } from '#shared/improvement-words.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { useClients } from '../desk/names.ts';
import { useAdopted } from '../session/adopted.ts';
import { useCan, useMe } from '../session/me.ts';
import { ImprovementForm } from './improvement-form.tsx';
import './improvements.css';

type Props = {
  kind: 'ticket' | 'service';
  id: string;
  /** What it is called, for the dialogue. */
  name: string;
  /** Whose it is; null: of the provider. */
  clientId: string | null;
};

/** What is to become better about something, and opening an improvement of it. Nothing where the firm has not taken that up. */
export function ImprovementsAbout(props: Props) {
  return useAdopted()('improvement') ? <Adopted {...props} /> : null;
}

function Adopted({ kind, id, name, clientId }: Props) {
  const can = useCan();
  const { allClients } = useMe();
  const heading = useId();
  const navigate = useNavigate();
  const [opening, setOpening] = useState(false);
  const isFirm = useClients().some((client) => client.id === clientId && client.kind === 'internal');
  // What concerns the firm itself may be behind work for any client.
  const owner = isFirm && allClients ? null : clientId;
  const { data, error, refetch } = useGet('GET /improvements/about', {
    query: { kind, id, ...(kind === 'service' && clientId ? { clientId } : {}) },
  });
  const close = () => setOpening(false);
  return (
    <section className="f-improvements-about" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>Improvements</h2>
        {can('improvement.manage') && (owner !== null || allClients) && (
          <Button variant="default" size="compact-sm" onClick={() => setOpening(true)}>
            Open an improvement
          </Button>
        )}
      </header>
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!data && !error && <SkeletonLines lines={2} />}
      {data?.items.length === 0 && <p className="f-plain f-dim">None is written down.</p>}
      {data && data.items.length > 0 && (
        <ul>
          {data.items.map((one) => (
            <About key={one.id} improvement={one} />
          ))}
        </ul>
      )}
      <Dialog title={`An improvement: ${name}`} opened={opening} onClose={close} size={720}>
        {opening && (
          <ImprovementForm
            improvement={null}
            begin={new URLSearchParams({ new: kind, [kind]: id, ...(owner ? { client: owner } : {}) })}
            onClose={close}
            onMade={(made) => void navigate({ to: '/improvements/$id', params: { id: made } })}
          />
        )}
      </Dialog>
    </section>
  );
}

function About({ improvement: { id, title, status, effect, client } }: { improvement: ImprovementRow }) {
  return (
    <li>
      <Link to="/improvements/$id" params={{ id }}>
        <bdi>{title}</bdi>
      </Link>
      <span className="f-dim">
        {IMPROVEMENT_STATUSES[status]}
        {client && (
          <>
            {' · '}
            <bdi>{client.name}</bdi>
          </>
        )}
        {effect && ` · ${effect}`}
      </span>
    </li>
  );
}
