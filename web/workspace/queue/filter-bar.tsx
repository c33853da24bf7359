import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { FilterField } from '#kernel/filter.ts';
import type { TicketFilter } from '#shared/ticket.ts';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { IconFilter } from '#web/ui/icons.ts';
import { useNameOf } from '../desk/names.ts';
import { phraseOf, useFilterFields, valuesOf, withValues } from './filter-fields.ts';
import { FilterPill } from './filter-pill.tsx';

type Props = { filter: TicketFilter; onChange(next: TicketFilter): void; onClear(): void };

/** The filter as a sentence of pills, each of which opens to be changed, and the search of this list. */
export function FilterBar({ filter, onChange, onClear }: Props) {
  const fields = useFilterFields();
  const nameOf = useNameOf();
  const [opened, setOpened] = useState<FilterField | null>(null);
  const on = fields.filter(({ field }) => valuesOf(filter, field).length > 0 || field === opened);
  const off = fields.filter((one) => !on.includes(one));
  return (
    <search className="f-filter">
      <SearchField
        label="Search tickets"
        text={filter.q ?? ''}
        onChange={(q) => onChange(withValues(filter, 'q', q ? [q] : []))}
      />
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
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onClear}>
          Clear
        </Button>
      )}
    </search>
  );
}
