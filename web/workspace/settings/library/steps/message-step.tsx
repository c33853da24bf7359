import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { sayMinutes } from '#kernel/minutes.ts';
import { readTime } from '#web/ui/form/minutes.ts';
import { MinutesField, MOST_MINUTES } from '#web/ui/form/minutes-field.tsx';
import { RichField } from '#web/ui/form/rich-field.tsx';
import { Variables } from '../variables.tsx';
import type { StepProps } from './types.ts';

const TIME = 'Time recorded with it';

/** A reply that the client reads, or a note for one's own people. */
export function MessageStep({ value, onChange }: StepProps<'message'>) {
  const { minutes: before, ...rest } = value;
  const [time, setTime] = useState(before === undefined ? '' : sayMinutes(before));
  const spend = (text: string) => {
    setTime(text);
    const { minutes, fault } = readTime(text, TIME, MOST_MINUTES);
    // What cannot be read is no time that could be saved: it is refused by name, rather than left out.
    onChange(fault ? { ...rest, minutes: 0 } : minutes === null ? rest : { ...rest, minutes });
  };
  return (
    <>
      <SegmentedControl
        aria-label="Who reads it"
        data={[
          { value: 'public', label: 'Reply to the client' },
          { value: 'internal', label: 'Internal note' },
        ]}
        value={value.visibility}
        onChange={(visibility) => onChange({ ...value, visibility: visibility as typeof value.visibility })}
      />
      <RichField
        label="Text"
        placeholder="Hello {{requester.firstName | there}}, …"
        value={value.body}
        onChange={(body) => onChange({ ...value, body })}
      />
      <Variables />
      <MinutesField label={TIME} placeholder="None" value={time} onChange={spend} />
    </>
  );
}
