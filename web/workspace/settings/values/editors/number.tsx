import type { NumberInputProps } from '@mantine/core';
import { useState } from 'react';
import { NumberInput } from '#web/ui/form/number-input.tsx';

type Props = Omit<NumberInputProps, 'value' | 'onChange' | 'error'> & { value: number; onChange(next: number): void };

/** A number that a setting needs: emptied it says so, instead of quietly staying what it was. */
export function NeededNumber({ value, onChange, ...rest }: Props) {
  const [empty, setEmpty] = useState(false);
  return (
    <NumberInput
      {...rest}
      value={empty ? '' : value}
      {...(empty ? { error: 'Enter a number.' } : {})}
      onChange={(next) => {
        setEmpty(typeof next !== 'number');
        if (typeof next === 'number') onChange(next);
      }}
    />
  );
}
