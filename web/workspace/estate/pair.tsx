import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import type { Item } from '#web/api/client.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Section } from '#web/ui/form/section.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCan } from '../session/me.ts';
import { sharedWords } from './duplicate-words.ts';
import { KnownOfBoth } from './known-of-both.tsx';
import { PairTable, rowsOf } from './pair-table.tsx';
import { TOUCHED } from './touched.ts';
import { useSeparate } from './use-separate.ts';

export type Duplicate = Item<'GET /item-duplicates'>;

/** Two items side by side: why they may be one, what differs, and the decision. */
export function Pair({ pair }: { pair: Duplicate }) {
  const { kept, other, client, state } = pair;
  const may = useCan()('estate.manage');
  const [whole, setWhole] = useState(false);
  return (
    <Section
      title={`${kept.name} and ${other.name}`}
      help={
        <>
          <bdi>{client.name}</bdi> · {sharedWords(pair.why)}
          {state === 'dismissed' && pair.decidedAt && (
            <>
              {' '}
              · found to be two by <bdi>{pair.decidedBy}</bdi> <TimeAgo at={pair.decidedAt} long />
            </>
          )}
        </>
      }
    >
      {whole ? (
        <KnownOfBoth kept={kept} other={other} />
      ) : (
        <PairTable kept={kept} other={other} rows={rowsOf(kept, other)} />
      )}
      <div className="f-pair-foot">
        <Button variant="subtle" size="compact-sm" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Show less' : 'Show all that is known'}
        </Button>
        {may && <Decide pair={pair} />}
      </div>
    </Section>
  );
}

/** What to do with the pair; which of the two goes on is said first, because the other one ends. */
function Decide({ pair: { id, kept, other, state } }: { pair: Duplicate }) {
  const [keep, setKeep] = useState(kept.id);
  const separate = useSeparate();
  const one = keep === kept.id ? kept : other;
  const joined = (duplicateId: string) =>
    toast.done(`They are one: ${one.name}`, { undo: () => separate.mutate({ params: { id: duplicateId } }) });
  const decide = useDo('POST /item-duplicates/{id}/decision', {
    failed: 'Not decided',
    refresh: TOUCHED,
    onDone: (_answer, { body }) => (body.merge ? joined(id) : toast.done('They are two, and are not proposed again')),
  });
  const join = useDo('POST /items/{id}/join', {
    failed: 'Not joined',
    refresh: TOUCHED,
    onDone: (answer) => joined(answer.id),
  });
  const busy = decide.isPending || join.isPending;
  const makeOne = () =>
    state === 'proposed'
      ? decide.mutate({ params: { id }, body: { merge: true, keep } })
      : join.mutate({ params: { id: keep }, body: { otherId: keep === kept.id ? other.id : kept.id } });
  return (
    <div className="f-pair-decide">
      <Radio.Group label="If they are one, what goes on is" value={keep} onChange={setKeep}>
        <div className="f-pair-choice">
          {[kept, other].map((item, at) => (
            <Radio
              key={item.id}
              value={item.id}
              label={<bdi>{`${item.name}${kept.name === other.name ? ` (${at === 0 ? 'left' : 'right'})` : ''}`}</bdi>}
            />
          ))}
        </div>
      </Radio.Group>
      <div className="f-span">
        {state === 'proposed' && (
          <Button
            variant="default"
            disabled={busy}
            onClick={() => decide.mutate({ params: { id }, body: { merge: false } })}
          >
            They are two
          </Button>
        )}
        <Button disabled={busy} onClick={makeOne}>
          {state === 'proposed' ? 'They are one' : 'They are one after all'}
        </Button>
      </div>
    </div>
  );
}
