import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../session/me.ts';
import { sharedWords } from './duplicate-words.ts';
import type { Duplicate } from './pair.tsx';
import { useSeparate } from './use-separate.ts';

/** Two that were joined: what goes on, what it was, and the way back. */
export function Joined({ pair: { id, kept, other, client, why, decidedBy, decidedAt } }: { pair: Duplicate }) {
  const may = useCan()('estate.manage');
  const separate = useSeparate();
  return (
    <li>
      <div className="f-grow">
        <bdi>{other.name}</bdi> goes on as{' '}
        <Link to="/estate/$id" params={{ id: kept.id }}>
          <bdi>{kept.name}</bdi>
        </Link>
        <div className="f-dim">
          <bdi>{client.name}</bdi> · {sharedWords(why)} · by <bdi>{decidedBy}</bdi>{' '}
          {decidedAt && <TimeAgo at={decidedAt} long />}
        </div>
      </div>
      {may && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Separate again: ${other.name} and ${kept.name}`}
          disabled={separate.isPending}
          onClick={() => separate.mutate({ params: { id } })}
        >
          Separate again
        </Button>
      )}
    </li>
  );
}
