import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { readWallTime, wallTime } from '#kernel/wall-time.ts';
import { elsewhere } from '../marks/place-and-day.ts';
import { useReader } from '../marks/reader.ts';
import type { Reader } from '../marks/time.ts';
import { zoneNote } from './zone-note.ts';

export type InstantInputProps = Omit<TextInputProps, 'type' | 'value' | 'defaultValue' | 'onChange' | 'description'> & {
  /** ISO 8601 in UTC; '' while there is none. */
  value: string;
  onChange(value: string): void;
  description?: string;
  /** By whose clocks it is typed and shown; without it, the reader's. */
  timeZone?: string;
  /** Another zone by whose clocks it is told as well, where they show another time. */
  also?: string;
};

/** A day and time, by the clocks of a zone that is named unless it is the browser's own. */
export function InstantInput({ value, onChange, description, timeZone, also, ...rest }: InstantInputProps) {
  const reader = useReader();
  const zone = timeZone ?? reader.timeZone;
  const [typed, setTyped] = useState({ text: '', value: '' });
  // A time that the clocks skip stays as it is being typed; what it means is said below.
  const text = typed.value === value ? typed.text : wallTime(value, zone);
  const notes = [
    description,
    zoneNote(zone),
    alsoNote(value, { ...reader, timeZone: zone }, also),
    oddNote(text, value, zone),
  ].filter(Boolean);
  return (
    <TextInput
      {...rest}
      type="datetime-local"
      {...(notes.length > 0 ? { description: notes.join(' · ') } : {})}
      value={text}
      onChange={({ currentTarget }) => {
        const next = readWallTime(currentTarget.value, zone)?.at ?? '';
        setTyped({ text: currentTarget.value, value: next });
        onChange(next);
      }}
    />
  );
}

const alsoNote = (value: string, here: Reader, also: string | undefined): string | null =>
  value === '' || also === undefined ? null : elsewhere(value, Date.now(), here, also);

/** What the time means on a day when the clocks change, where that is not plain. */
function oddNote(text: string, value: string, zone: string): string | null {
  const read = readWallTime(text, zone);
  if (!read?.odd) return null;
  if (read.odd === 'skipped') return `The clocks skip this time; it means ${wallTime(read.at, zone).slice(11)}`;
  return `The clocks show this time twice; the ${read.at === value ? 'first' : 'second'} is meant`;
}
