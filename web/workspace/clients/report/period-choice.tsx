import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Days, daysOf, nameOf, PERIOD_NAMES, PERIODS } from './period.ts';

type Props = { days: Days; today: string; onChange(days: Days): void };

/** Usual periods, or two days of one's own. */
export function PeriodChoice({ days, today, onChange }: Props) {
  const chosen = nameOf(days, today);
  const [own, setOwn] = useState(days);
  const [before, setBefore] = useState(days);
  // What was chosen otherwise shows in the fields as well.
  if (before.from !== days.from || before.to !== days.to) {
    setBefore(days);
    setOwn(days);
  }
  const backwards = own.from !== '' && own.to !== '' && own.to < own.from;
  const change = (part: Partial<Days>) => {
    const next = { ...own, ...part };
    setOwn(next);
    if (next.from && next.to && next.from <= next.to) onChange(next);
  };
  return (
    <fieldset className="f-report-period f-no-print">
      <legend className="f-hidden">Period</legend>
      <div className="f-row-of-buttons">
        {PERIODS.map((name) => (
          <Button
            key={name}
            variant={chosen === name ? 'light' : 'default'}
            size="compact-md"
            aria-pressed={chosen === name}
            onClick={() => onChange(daysOf(name, today))}
          >
            {PERIOD_NAMES[name]}
          </Button>
        ))}
      </div>
      <div className="f-report-days">
        <TextInput
          type="date"
          label="From"
          value={own.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="To"
          value={own.to}
          error={backwards && 'This is before the first day.'}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}
