import { Button, Menu, TextInput } from '@mantine/core';
import { type ComponentRef, useEffect, useRef, useState } from 'react';
import type { FilterField } from '#kernel/filter.ts';
import type { TicketFilter } from '#shared/ticket.ts';
import { IconFilter, IconSearch } from '#web/ui/icons.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useNameOf } from '../desk/names.ts';
import { phraseOf, useFilterFields, valuesOf, withValues } from './filter-fields.ts';
import { FilterPill } from './filter-pill.tsx';

const TYPING_MS = 250;

/** The filter as a sentence of pills, each of which opens to be changed, and the search of this list. */
export function FilterBar({ filter, onChange }: { filter: TicketFilter; onChange(next: TicketFilter): void }) {
  const fields = useFilterFields();
  const nameOf = useNameOf();
  const [opened, setOpened] = useState<FilterField | null>(null);
  const on = fields.filter(({ field }) => valuesOf(filter, field).length > 0 || field === opened);
  const off = fields.filter((one) => !on.includes(one));
  return (
    <search className="f-filter">
      <SearchField text={filter.q ?? ''} onChange={(q) => onChange(withValues(filter, 'q', q ? [q] : []))} />
      {on.map(({ field, label, choices }) => (
        <FilterPill
          key={field}
          label={label}
          phrase={valuesOf(filter, field).length > 0 ? phraseOf(filter, field, nameOf) : label}
          choices={choices}
          values={valuesOf(filter, field)}
          opened={opened === field}
          onOpened={(open) => setOpened(open ? field : null)}
          onChange={(values) => onChange(withValues(filter, field, values))}
        />
      ))}
      <Menu>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconFilter size={14} aria-hidden="true" />}
          >
            Filter
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {off.map(({ field, label }) => (
            <Menu.Item key={field} onClick={() => setOpened(field)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {Object.keys(filter).length > 0 && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onChange({})}>
          Clear
        </Button>
      )}
    </search>
  );
}

/** Searches the list a moment after the last letter; `/` comes here and Escape leaves. */
function SearchField({ text, onChange }: { text: string; onChange(text: string): void }) {
  const [typed, setTyped] = useState(text);
  const input = useRef<ComponentRef<'input'>>(null);
  const sent = useRef(text);
  useEffect(() => {
    if (text !== sent.current) setTyped(text);
    sent.current = text;
  }, [text]);
  useEffect(() => {
    if (typed.trim() === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed.trim();
      onChange(typed.trim());
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  useShortcuts([{ combo: '/', label: 'Search this list', group: 'List', run: () => input.current?.focus() }]);
  return (
    <TextInput
      ref={input}
      type="search"
      className="f-filter-search"
      aria-label="Search tickets"
      placeholder="Search tickets"
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && input.current?.blur()}
    />
  );
}
