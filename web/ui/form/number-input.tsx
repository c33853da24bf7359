import { NumberInput as MantineNumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';
import { ui } from '../words/words.ts';

/** What is wrong with a number that lies outside of its bounds, if it does. */
function outside(value: unknown, { min, max }: Pick<NumberInputProps, 'min' | 'max'>): string | null {
  const at = typeof value === 'number' ? value : Number.NaN;
  const [below, above] = [min !== undefined && at < Number(min), max !== undefined && at > Number(max)];
  if (!below && !above) return null;
  if (min !== undefined && max !== undefined) return ui('ui.fromTo', { min, max });
  return below ? ui('ui.atLeast', { min: min ?? '' }) : ui('ui.atMost', { max: max ?? '' });
}

/**
 * A number that is taken as it was typed: what lies outside of the bounds is said, not changed behind one's back, and
 * what is on the way to a number, such as a minus by itself, stays although its form knows no number yet.
 */
export function NumberInput({ error, value, onChange, ...props }: NumberInputProps) {
  const [typed, setTyped] = useState('');
  return (
    <MantineNumberInput
      clampBehavior="none"
      {...props}
      {...(value === undefined ? {} : { value: value === '' ? typed : value })}
      onChange={(next) => {
        setTyped(typeof next === 'string' ? next : '');
        onChange?.(next);
      }}
      error={error ?? outside(value, props)}
    />
  );
}
