import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CollisionView } from '#shared/change-schedule.ts';

/** What stands against a change, each with its reason; what holds it back says so. */
export function CollisionLines({ collisions }: { collisions: readonly CollisionView[] }) {
  if (collisions.length === 0) return null;
  return (
    <ul className="f-collisions" aria-label="What stands against it">
      {collisions.map(({ kind, sentence, change, blocks, overridden, from }) => (
        <li key={`${kind} ${sentence} ${from}`} data-blocks={blocks || undefined}>
          <span>
            <bdi>{sentence}</bdi>
            {change && (
              <>
                {' '}
                <Link to="/tickets/$key" params={{ key: change.key }} aria-label={`Open ${change.key}`}>
                  Open
                </Link>
              </>
            )}
          </span>
          {blocks && <Badge color="red">Holds it back</Badge>}
          {overridden && <Badge color="gray">Overridden</Badge>}
        </li>
      ))}
    </ul>
  );
}
