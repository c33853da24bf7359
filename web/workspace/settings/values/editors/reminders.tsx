import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { EditorProps } from './types.ts';

type Reminders = { days: readonly number[] };

/** After how many days an invoice that is overdue is called to mind. */
export function RemindersEditor({ value, readOnly, onChange }: EditorProps<Reminders>) {
  const [wrong, setWrong] = useState('');
  const days = [...value.days].sort((one, two) => one - two);
  if (readOnly)
    return (
      <p className="f-plain">
        {days.length === 0 ? 'Nobody is reminded.' : `${days.join(', ')} days after it was due.`}
      </p>
    );
  const take = (texts: readonly string[]) => {
    const all = [...new Set(texts.map(Number))];
    const fault = all.some((one) => !Number.isInteger(one) || one < 1 || one > 365) || all.length > 5;
    setWrong(fault ? 'At most five whole numbers from 1 to 365.' : '');
    if (!fault) onChange({ days: all.sort((one, two) => one - two) });
  };
  return (
    <TagsInput
      label="Days after it was due"
      description="Type a number and press Enter. Without any, nobody is reminded."
      maw={420}
      error={wrong || null}
      value={days.map(String)}
      onChange={take}
    />
  );
}
