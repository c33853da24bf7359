import { Stack, TextInput } from '@mantine/core';
import type { DayLimit } from '#kernel/form.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { Select } from '#web/ui/form/select.tsx';

const KINDS = [
  { value: 'any', label: 'Any day' },
  { value: 'days', label: 'Days from today' },
  { value: 'day', label: 'A day' },
];

const kindOf = (limit: DayLimit) => (limit === null ? 'any' : typeof limit === 'number' ? 'days' : 'day');

type Props = { label: string; value: DayLimit; onChange(limit: DayLimit): void };

/** The first or last day that may be answered: none, a day, or so many days from the day on which it is answered. */
export function DayLimitField({ label, value, onChange }: Props) {
  const kind = kindOf(value);
  const choose = (next: string | null) => onChange(next === 'days' ? 0 : next === 'day' ? '' : null);
  return (
    <Stack gap={6}>
      <Select label={label} data={KINDS} value={kind} allowDeselect={false} onChange={choose} />
      {kind === 'days' && (
        <NumberInput
          aria-label={`${label}: days from today`}
          description="0 is today; below 0 are days before"
          allowDecimal={false}
          min={-3_660}
          max={3_660}
          value={value ?? 0}
          onChange={(next) => onChange(typeof next === 'number' ? next : 0)}
        />
      )}
      {kind === 'day' && (
        <TextInput
          aria-label={`${label}: day`}
          type="date"
          value={value ?? ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Stack>
  );
}
