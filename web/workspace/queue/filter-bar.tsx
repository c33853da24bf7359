import { Button, Menu } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { TicketFilter } from '#shared/ticket-filter.ts';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { IconFilter } from '#web/ui/icons.ts';
import { holdKeys } from '#web/ui/keys/hold.ts';
import { useFilterFields } from './filter-fields.ts';
import { useFilterNames } from './filter-names.ts';
import { type FilterPart, isTyped, withValues } from './filter-parts.ts';
import { FilterPill, preloadFilterEditor } from './filter-pill.tsx';

type Props = { filter: TicketFilter; onChange(next: TicketFilter): void; onClear(): void };

/** The filter as a sentence of pills, each of which opens to be changed, and the search of this list. */
export function FilterBar({ filter, onChange, onClear }: Props) {
  const parts = useFilterFields();
  const nameOf = useFilterNames(filter);
  const [opened, setOpened] = useState<string | null>(null);
  const on = parts.filter((part) => part.valuesOf(filter).length > 0 || part.key === opened);
  const off = parts.filter((one) => !on.includes(one));
  const open = (part: FilterPart) => {
    if (isTyped(part)) holdKeys('field');
    setOpened(part.key);
  };
  return (
    <search className="f-filter">
      <SearchField
        label="Search tickets"
        text={filter.q ?? ''}
        onChange={(q) => onChange(withValues(filter, 'q', q ? [q] : []))}
      />
      {on.map((part) => {
        const values = part.valuesOf(filter);
        return (
          <FilterPill
            key={part.key}
            part={part}
            phrase={values.length > 0 ? part.phrase(filter, nameOf) : part.label}
            values={values}
            opened={opened === part.key}
            onOpened={(opens) => (opens ? open(part) : setOpened(null))}
            onChange={(next) => onChange(part.put(filter, next))}
          />
        );
      })}
      <Menu onOpen={preloadFilterEditor}>
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
        <Menu.Dropdown className="f-filter-menu">
          {off.map((part, at) => (
            <Fragment key={part.key}>
              {part.group && part.group !== off[at - 1]?.group && <Menu.Label>{part.group}</Menu.Label>}
              <Menu.Item onClick={() => open(part)}>{part.label}</Menu.Item>
            </Fragment>
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
