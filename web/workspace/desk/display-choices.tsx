import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { Select } from '#web/ui/form/select.tsx';
import type { Shown } from './use-display.ts';
import './display.css';

const DENSITIES = [
  { value: 'compact', label: 'Compact' },
  { value: 'comfortable', label: 'Comfortable' },
];

export type DisplayProps<Sort extends string = string> = {
  display: Shown;
  /** The orders that the list can stand in, in words. */
  sorts: readonly { value: Sort; label: string }[];
  sort: Sort;
  onSort(sort: Sort): void;
};

/** The order of a list, its columns and how dense it is. */
export function DisplayChoices({ display, sorts, sort, onSort }: DisplayProps) {
  const { all, chosen, always, density, toggle, makeUsual, setDensity } = display;
  return (
    <div className="f-display">
      <Select
        label="Order"
        data={[...sorts]}
        value={sort}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(next) => next && onSort(next)}
      />
      <SegmentedControl aria-label="Density" fullWidth data={DENSITIES} value={density} onChange={setDensity} />
      <fieldset>
        <legend>Columns</legend>
        {all.map(({ key, title }) => (
          <Checkbox
            key={key}
            label={title}
            checked={chosen.has(key)}
            disabled={key === always}
            onChange={() => toggle(key)}
          />
        ))}
      </fieldset>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={makeUsual}>
        The usual columns
      </Button>
    </div>
  );
}
