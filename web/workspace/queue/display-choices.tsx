import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import type { TicketSort } from '#shared/ticket-filter.ts';
import { Select } from '#web/ui/form/select.tsx';
import { SORTS } from '../desk/sorts.ts';
import { USUAL } from './columns.tsx';
import type { useDisplay } from './use-display.ts';

const DENSITIES = [
  { value: 'compact', label: 'Compact' },
  { value: 'comfortable', label: 'Comfortable' },
];

export type DisplayProps = { display: ReturnType<typeof useDisplay>; sort: TicketSort; onSort(sort: TicketSort): void };

/** The order of the list, its columns and how dense it is. */
export function DisplayChoices({ display, sort, onSort }: DisplayProps) {
  const { all, chosen, density, keep } = display;
  const toggle = (key: string) =>
    keep({ queueColumns: chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key] });
  return (
    <div className="f-display">
      <Select
        label="Order"
        data={[...SORTS]}
        value={sort}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(next) => next && onSort(next as TicketSort)}
      />
      <SegmentedControl
        aria-label="Density"
        fullWidth
        data={DENSITIES}
        value={density}
        onChange={(next) => keep({ density: next })}
      />
      <fieldset>
        <legend>Columns</legend>
        {all.map(({ key, title }) => (
          <Checkbox
            key={key}
            label={title}
            checked={key === 'title' || chosen.includes(key)}
            disabled={key === 'title'}
            onChange={() => toggle(key)}
          />
        ))}
      </fieldset>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => keep({ queueColumns: USUAL })}>
        The usual columns
      </Button>
    </div>
  );
}
