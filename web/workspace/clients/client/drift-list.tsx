import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Drift } from '#shared/estate.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { STATE_WORDS, valueWords } from '../../estate/words.ts';

type Differing = Drift['items'][number];
type Change = Differing['changes'][number];

const WHAT: Readonly<Record<Differing['what'], { name: string; colour: string }>> = {
  added: { name: 'New', colour: 'green' },
  gone: { name: 'Gone', colour: 'red' },
  changed: { name: 'Changed', colour: 'blue' },
};

/** What differs between a baseline and now, item by item. */
export function DriftList({ id }: { id: string }) {
  const { data, error, refetch } = useGet('GET /baselines/{id}/drift', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={8} />;
  if (data.items.length === 0) return <p className="f-plain">Nothing: everything stands as it was kept.</p>;
  const count = data.items.length;
  return (
    <>
      <p className="f-plain f-dim">
        {data.more
          ? `More than ${count.toLocaleString()} items differ; these are the first.`
          : count === 1
            ? '1 item differs.'
            : `${count.toLocaleString()} items differ.`}
      </p>
      <ul className="f-drift">
        {data.items.map((one) => (
          <li key={one.itemId}>
            <Badge color={WHAT[one.what].colour}>{WHAT[one.what].name}</Badge>{' '}
            <Link to="/estate/$id" params={{ id: one.itemId }}>
              <bdi>{one.name}</bdi>
            </Link>{' '}
            <span className="f-dim">{one.className}</span>
            {one.changes.length > 0 && (
              <ul>
                {one.changes.map((change) => (
                  <li key={change.attribute}>
                    <bdi>{change.name}</bdi>: <Value change={change} side="before" /> →{' '}
                    <Value change={change} side="after" />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Value({ change, side }: { change: Change; side: 'before' | 'after' }) {
  const value = change[side];
  const text =
    change.attribute === 'state' && typeof value === 'string' && value in STATE_WORDS
      ? STATE_WORDS[value as keyof typeof STATE_WORDS]
      : valueWords(value, typeof value === 'string' ? 'date' : 'text', null);
  return text === '' ? <span className="f-dim">nothing</span> : <bdi>{text}</bdi>;
}
