import { Button, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { IconSearch } from '#web/ui/icons.ts';
import { OFFERED_STATES } from '../../estate/words.ts';

type Item = { id: string; name: string };
type Props = {
  /** Of whom items are offered; null: of every client. */
  clientId: string | null;
  items: readonly Item[];
  description?: string;
  error: string | undefined;
  onChange(items: readonly Item[]): void;
};

const TOUCHES = 'What it touches; what depends on it is found by itself';

/** Items that a change touches, found by a piece of their names. */
export function ItemsField({ clientId, items, description = TOUCHES, error, onChange }: Props) {
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { data } = useGet(
    'GET /items',
    { query: { ...(clientId === null ? {} : { clientId }), state: OFFERED_STATES, limit: 10, q } },
    { enabled: q !== '' },
  );
  const found = (data?.items ?? []).filter(({ id }) => !items.some((one) => one.id === id)).slice(0, 6);
  return (
    <div>
      <TextInput
        label="Items"
        type="search"
        description={description}
        placeholder="Find by name, tag, serial or MAC"
        leftSection={<IconSearch size={13} aria-hidden="true" />}
        value={text}
        error={error}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className="f-lines" aria-label="Items">
        {items.map((item) => (
          <li key={item.id}>
            <bdi className="f-cut">{item.name}</bdi>
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              aria-label={`Take off ${item.name}`}
              onClick={() => onChange(items.filter(({ id }) => id !== item.id))}
            >
              Take off
            </Button>
          </li>
        ))}
        {q !== '' &&
          found.map((item) => (
            <li key={item.id}>
              <span className="f-cut">
                <bdi>{item.name}</bdi>{' '}
                <span className="f-dim">
                  {item.className}
                  {clientId === null && (
                    <>
                      {' · '}
                      <bdi>{item.client.name}</bdi>
                    </>
                  )}
                </span>
              </span>
              <Button
                variant="default"
                size="compact-xs"
                aria-label={`It touches ${item.name}`}
                onClick={() => {
                  setText('');
                  onChange([...items, { id: item.id, name: item.name }]);
                }}
              >
                It does
              </Button>
            </li>
          ))}
        {q !== '' && data && found.length === 0 && <li className="f-dim">Nothing fits</li>}
      </ul>
    </div>
  );
}
