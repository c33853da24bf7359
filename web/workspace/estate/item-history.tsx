import { Button } from '@mantine/core';
import { useState } from 'react';
import type { EstateItemView } from '#shared/estate.ts';
import { usePages } from '#web/api/use-pages.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { LongText } from './long-text.tsx';
import { STATE_WORDS, valueWords } from './words.ts';

type Shown = { attribute: string; before: string | number | boolean | null; after: string | number | boolean | null };

/** What happened to an item, with each value before and after and who said it; of one attribute alone where that is asked. */
export function ItemHistory({ item }: { item: EstateItemView }) {
  const [attribute, setAttribute] = useState<string | null>(null);
  const { rows, more, reading } = usePages('GET /items/{id}/history', attribute ? { attribute } : {}, { id: item.id });
  const known = new Map(item.attributes.map((one) => [`attributes.${one.key}`, one]));
  const words = (change: Shown, side: 'before' | 'after') => {
    const value = change[side];
    if (change.attribute === 'state' && typeof value === 'string' && value in STATE_WORDS)
      return STATE_WORDS[value as 'missing'];
    const one = known.get(change.attribute);
    return valueWords(value, one?.type ?? 'text', one?.unit ?? null) || 'nothing';
  };
  return (
    <Section
      title="History"
      actions={
        <Select
          size="xs"
          aria-label="Of which attribute"
          placeholder="All that changed"
          clearable
          searchable
          data={[
            { value: 'state', label: 'State' },
            ...item.attributes.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          value={attribute}
          onChange={setAttribute}
        />
      }
    >
      {reading.isPending && <SkeletonLines lines={3} />}
      <ol className="f-lines" aria-label="What happened">
        {rows.map((event) => (
          <li key={event.id}>
            <span>
              <span className="f-dim">
                <TimeAgo at={event.at} long /> · <bdi>{event.source ?? event.by}</bdi>
              </span>
              {event.changes.length === 0 ? <div>{event.words}</div> : event.why && <div>{event.why}</div>}
              {event.changes.slice(0, 12).map((change) => (
                <div key={change.attribute}>
                  {change.name}: <LongText text={words(change, 'before')} what={`${change.name} before`} /> →{' '}
                  <LongText text={words(change, 'after')} what={`${change.name} after`} />
                </div>
              ))}
              {event.changes.length > 12 && <div className="f-dim">and {event.changes.length - 12} more</div>}
            </span>
          </li>
        ))}
      </ol>
      {!reading.isPending && rows.length === 0 && <p className="f-dim">Nothing yet.</p>}
      {more && (
        <Button variant="default" size="compact-sm" onClick={more}>
          Earlier
        </Button>
      )}
    </Section>
  );
}
