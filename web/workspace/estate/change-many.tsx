import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ChangedItem, EstateItemRow } from '#shared/estate.ts';
import type { ItemState } from '#shared/estate-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { Select } from '#web/ui/form/select.tsx';
import { useColleagues } from '../desk/colleagues.ts';
import { TOUCHED } from './touched.ts';
import { STATE_CHOICES } from './words.ts';

export type Changing = 'state' | 'siteId' | 'contactId';
const LABELS: Readonly<Record<Changing, string>> = { state: 'State', siteId: 'Site', contactId: 'Whose they are' };

type Props = { what: Changing; items: readonly EstateItemRow[]; onClose(): void };

/** Sets one thing of many items; what is refused is told item by item, and the others are changed. */
export function ChangeMany({ what, items, onClose }: Props) {
  const [value, setValue] = useState<string | null>(null);
  const [results, setResults] = useState<readonly ChangedItem[] | null>(null);
  const clientId = items[0]?.client.id ?? '';
  const { data: sites } = useGet(
    'GET /clients/{id}/sites',
    { params: { id: clientId } },
    { enabled: what === 'siteId' && clientId !== '' },
  );
  const people = useColleagues(what === 'contactId' ? clientId : '');
  const change = useDo('POST /items/changes', {
    failed: 'Nothing was changed',
    refresh: TOUCHED,
    onDone: (answer) => setResults(answer.items),
  });
  if (results) return <Results results={results} onClose={onClose} />;
  const data = what === 'state' ? STATE_CHOICES : named(what === 'siteId' ? (sites?.items ?? []) : people);
  const needed = what === 'state';
  const apply = () => {
    const ids = items.map(({ id }) => id);
    const set =
      what === 'state' ? { state: value as ItemState } : what === 'siteId' ? { siteId: value } : { contactId: value };
    change.mutate({ body: { ids, ...set } });
  };
  return (
    <>
      <Select
        label={LABELS[what]}
        placeholder={needed ? 'Choose one' : 'None'}
        clearable={!needed}
        searchable={!needed}
        data={data}
        value={value}
        onChange={setValue}
      />
      <Button mt="md" onClick={apply} loading={change.isPending} disabled={needed && value === null}>
        {items.length === 1 ? 'Change 1 item' : `Change ${items.length} items`}
      </Button>
    </>
  );
}

function Results({ results, onClose }: { results: readonly ChangedItem[]; onClose(): void }) {
  const of = (outcome: ChangedItem['outcome']) => results.filter((one) => one.outcome === outcome);
  const [changed, same, refused] = [of('changed'), of('unchanged'), of('refused')];
  return (
    <>
      <p className="f-plain" role="status">
        {[
          `${changed.length} changed`,
          ...(same.length > 0 ? [`${same.length} were so already`] : []),
          ...(refused.length > 0 ? [`${refused.length} refused`] : []),
        ].join(', ')}
        .
      </p>
      <ul className="f-lines">
        {refused.map(({ id, name, detail }) => (
          <li key={id}>
            <span>
              <bdi>{name || 'An item that is not here any more'}</bdi>
              <div className="f-dim">{detail}</div>
            </span>
          </li>
        ))}
      </ul>
      <Button onClick={onClose}>Close</Button>
    </>
  );
}
