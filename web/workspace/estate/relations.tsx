import { Button, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import type { EstateItemView } from '#shared/estate.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { IconX } from '#web/ui/icons.ts';
import { Picker } from '#web/ui/picker/picker.tsx';
import { useCan } from '../session/me.ts';
import { StateBadge } from './columns.tsx';
import { TOUCHED } from './touched.ts';
import { OFFERED_STATES } from './words.ts';

/** How an item hangs on others, said from where one stands. */
export function Relations({ item }: { item: EstateItemView }) {
  const may = useCan()('estate.manage');
  const [adding, setAdding] = useState(false);
  const relate = useDo('POST /item-relations', { failed: 'Not related', refresh: TOUCHED });
  const remove = useDo('DELETE /item-relations/{id}', { failed: 'Not taken away', refresh: TOUCHED });
  const take = async ({ id, kind, outward, item: other, words }: EstateItemView['relations'][number]) => {
    await remove.mutateAsync({ params: { id } });
    const ends = outward ? { fromId: item.id, toId: other.id } : { fromId: other.id, toId: item.id };
    toast.done(`${item.name} ${words} ${other.name} no more`, {
      undo: () => relate.mutate({ body: { ...ends, kind } }),
    });
  };
  return (
    <Section
      title="Relations"
      actions={
        <>
          {item.relations.length > 0 && (
            <Button
              component={Link}
              to="/estate/$id/impact"
              params={{ id: item.id } as never}
              variant="default"
              size="compact-sm"
              c="var(--button-color)"
            >
              What hangs on it
            </Button>
          )}
          {may && (
            <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
              Add relation
            </Button>
          )}
        </>
      }
    >
      {item.relations.length === 0 ? (
        <p className="f-dim">Nothing is known of what it depends on, or what depends on it.</p>
      ) : (
        <ul className="f-lines f-relations">
          {item.relations.map((one) => (
            <li key={one.id}>
              <span className="f-dim">{one.words}</span>
              <Link to="/estate/$id" params={{ id: one.item.id }} className="f-cut">
                <bdi>{one.item.name}</bdi>
              </Link>
              <span className="f-dim">{one.item.className}</span>
              <StateBadge state={one.item.state} />
              {may && (
                <UnstyledButton
                  aria-label={`Take away: ${one.words} ${one.item.name}`}
                  onClick={() => void take(one).catch(() => {})}
                >
                  <IconX size={14} aria-hidden="true" />
                </UnstyledButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <Dialog title="Add relation" opened={adding} onClose={() => setAdding(false)}>
        {adding && <AddRelation item={item} onClose={() => setAdding(false)} />}
      </Dialog>
    </Section>
  );
}

function AddRelation({ item, onClose }: { item: EstateItemView; onClose(): void }) {
  const [text, setText] = useState('');
  const [way, setWay] = useState('>depends_on');
  const q = useDeferredValue(text.trim());
  const { data: kinds } = useGet('GET /relation-kinds', {});
  const { data: found } = useGet('GET /items', {
    query: { q, clientId: item.client.id, state: OFFERED_STATES, limit: 20 },
  });
  const relate = useDo('POST /item-relations', { failed: 'Not related', refresh: TOUCHED, onDone: onClose });
  const ways = (kinds?.items ?? [])
    .filter(({ active }) => active)
    .flatMap(({ key, name, inverse }) => [
      { value: `>${key}`, label: name },
      { value: `<${key}`, label: inverse },
    ]);
  const pick = (id: string) => {
    const ends = way.startsWith('>') ? { fromId: item.id, toId: id } : { fromId: id, toId: item.id };
    relate.mutate({ body: { ...ends, kind: way.slice(1) } });
  };
  return (
    <>
      <Select
        label={`${item.name} …`}
        data={ways}
        value={way}
        allowDeselect={false}
        onChange={(next) => next && setWay(next)}
      />
      <Picker
        label="Which item"
        placeholder="Name, tag, serial number"
        text={text}
        onText={setText}
        onPick={({ id }) => pick(id)}
        none="Nothing fits"
        lines={(found?.items ?? [])
          .filter(({ id }) => id !== item.id)
          .map(({ id, name, className }) => ({ id, label: name, note: className }))}
      />
    </>
  );
}
