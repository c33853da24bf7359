import { Button, Checkbox, Popover, SegmentedControl } from '@mantine/core';
import type { TicketSort } from '#shared/ticket.ts';
import { Select } from '#web/ui/form/select.tsx';
import { IconAdjustments } from '#web/ui/icons.ts';
import { SORTS } from '../desk/sorts.ts';
import { USUAL } from './columns.tsx';
import type { useDisplay } from './use-display.ts';

const DENSITIES = [
  { value: 'compact', label: 'Compact' },
  { value: 'comfortable', label: 'Comfortable' },
];

type Props = { display: ReturnType<typeof useDisplay>; sort: TicketSort; onSort(sort: TicketSort): void };

/** How the list looks: its order, its columns and how dense it is. */
export function Display({ display, sort, onSort }: Props) {
  const { all, chosen, density, keep } = display;
  const toggle = (key: string) =>
    keep({ queueColumns: chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key] });
  return (
    <Popover position="bottom-end" trapFocus width={260}>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconAdjustments size={15} aria-hidden="true" />}
        >
          Display
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Display">
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
      </Popover.Dropdown>
    </Popover>
  );
}
