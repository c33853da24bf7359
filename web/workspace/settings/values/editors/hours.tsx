import { Switch } from '@mantine/core';
import { useState } from 'react';
import { ClosedDays } from './closed-days.tsx';
import { neverClosed } from './never-closed.ts';
import type { EditorProps } from './types.ts';
import { type Span, WeekHours } from './week-hours.tsx';

export type Hours = {
  alwaysOpen: boolean;
  hours: Span[];
  closedDays: { date: string; name: string }[];
  publicHolidays: boolean;
};

/** When a client is served, by its own wall clock. */
export function HoursEditor({
  value,
  readOnly,
  onChange,
  holidaysOf = 'the client’s country and region',
}: EditorProps<Hours> & { holidaysOf?: string | undefined }) {
  const put = (part: Partial<Hours>) => onChange({ ...value, ...part });
  // Whoever switches to and fro finds again what was closed.
  const [closed, setClosed] = useState<Partial<Hours>>({});
  const putAlways = (alwaysOpen: boolean) => {
    if (!alwaysOpen) return put({ ...closed, alwaysOpen });
    setClosed({ closedDays: value.closedDays, publicHolidays: value.publicHolidays });
    onChange(neverClosed(value));
  };
  return (
    <>
      {readOnly && value.alwaysOpen && <p className="f-plain">Around the clock, every day.</p>}
      {!readOnly && (
        <Switch
          label="Around the clock"
          checked={value.alwaysOpen}
          onChange={(event) => putAlways(event.currentTarget.checked)}
        />
      )}
      {!value.alwaysOpen && (
        <WeekHours hours={value.hours} readOnly={readOnly} none="Closed" onChange={(hours) => put({ hours })} />
      )}
      {!value.alwaysOpen && (
        <>
          {readOnly ? (
            <p className="f-plain">
              {value.publicHolidays
                ? `Public holidays of ${holidaysOf} are closed.`
                : 'Public holidays are days like any other.'}
            </p>
          ) : (
            <Switch
              label="Public holidays are closed"
              description={`Those of ${holidaysOf}`}
              checked={value.publicHolidays}
              onChange={(event) => put({ publicHolidays: event.currentTarget.checked })}
            />
          )}
          <ClosedDays days={value.closedDays} readOnly={readOnly} onChange={(closedDays) => put({ closedDays })} />
        </>
      )}
    </>
  );
}
