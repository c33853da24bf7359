import { Button } from '@mantine/core';
import { useDeferredValue } from 'react';
import type { KnownErrorMatch, SuggestQuery } from '#shared/problem.ts';
import { useGet } from '#web/api/use.ts';
import { Html } from '#web/ui/text/html.tsx';
import './problem.css';

type Props = {
  query: SuggestQuery;
  chosen: string | null;
  onChoose(error: KnownErrorMatch | null): void;
};

const LEAST = 5;

/** Known errors of the client that what is being logged may be; the one chosen is noted on the ticket once it is there. */
export function TypedKnown({ query, chosen, onChoose }: Props) {
  const q = useDeferredValue(query.q.trim());
  const { data } = useGet('GET /known-errors/suggestions', { query: { ...query, q } }, { enabled: q.length >= LEAST });
  if (q.length < LEAST || !data || data.items.length === 0) return null;
  return (
    <section className="f-known-preview" aria-label="May be a known error">
      <h3>May be a known error</h3>
      <ul className="f-known-errors">
        {data.items.slice(0, 3).map((error) => (
          <li key={error.id}>
            <strong>
              <bdi>{error.title}</bdi>
            </strong>
            {error.workaround && <Html html={error.workaround} />}
            <span className="f-dim">{error.why}</span>
            <Button
              variant={chosen === error.id ? 'filled' : 'default'}
              size="compact-sm"
              aria-pressed={chosen === error.id}
              onClick={() => onChoose(chosen === error.id ? null : error)}
            >
              It is this
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
