import { NumberInput as MantineNumberInput, type NumberInputProps } from '@mantine/core';

/** What is wrong with a number that lies outside of its bounds, if it does. */
function outside({ value, min, max }: Pick<NumberInputProps, 'value' | 'min' | 'max'>): string | null {
  const at = typeof value === 'number' ? value : Number.NaN;
  const [below, above] = [min !== undefined && at < Number(min), max !== undefined && at > Number(max)];
  if (!below && !above) return null;
  if (min !== undefined && max !== undefined) return `Must be from ${min} to ${max}.`;
  return below ? `Must be at least ${min}.` : `Must be at most ${max}.`;
}

/** A number that is taken as it was typed: what lies outside of the bounds is said, not changed behind one's back. */
export function NumberInput({ error, ...props }: NumberInputProps) {
  return <MantineNumberInput clampBehavior="none" {...props} error={error ?? outside(props)} />;
}
