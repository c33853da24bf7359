import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { IconX } from '#web/ui/icons.ts';

type Day = { date: string; name: string };
type Props = { days: readonly Day[]; readOnly: boolean; onChange(days: Day[]): void };

/** Days on which nobody works, besides public holidays. */
export function ClosedDays({ days, readOnly, onChange }: Props) {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const add = () => {
    const rest = days.filter((day) => day.date !== date);
    onChange([...rest, { date, name: name.trim() }].sort((a, b) => a.date.localeCompare(b.date)));
    setDate('');
    setName('');
  };
  return (
    <div className="f-days">
      <h3 className="f-plain">Closed days of your own</h3>
      {days.length === 0 && <p className="f-plain f-dim">None.</p>}
      {days.map((day) => (
        <div className="f-span" key={day.date}>
          <span className="f-mono">{day.date}</span>
          <bdi>{day.name}</bdi>
          {!readOnly && (
            <ActionIcon
              aria-label={`Remove ${day.date} ${day.name}`}
              onClick={() => onChange(days.filter((one) => one !== day))}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      {!readOnly && (
        <div className="f-span">
          <TextInput
            type="date"
            aria-label="Closed day"
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <TextInput
            aria-label="What it is called"
            placeholder="Company day"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button variant="default" disabled={date === ''} onClick={add}>
            Add day
          </Button>
        </div>
      )}
    </div>
  );
}
