import { NumberInput, SegmentedControl } from '@mantine/core';
import { RichField } from '#web/ui/form/rich-field.tsx';
import { Variables } from '../variables.tsx';
import type { StepProps } from './types.ts';

/** A reply that the client reads, or a note for one's own people. */
export function MessageStep({ value, onChange }: StepProps<'message'>) {
  const { minutes: _minutes, ...rest } = value;
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
      <NumberInput
        label="Minutes recorded with it"
        placeholder="None"
        min={1}
        max={1440}
        allowDecimal={false}
        w={200}
        value={value.minutes ?? ''}
        onChange={(next) => onChange(typeof next === 'number' ? { ...rest, minutes: next } : rest)}
      />
    </>
  );
}
