import { Checkbox, Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PortalQuoteLine } from '#shared/quote.ts';

type Props = {
  line: Pick<PortalQuoteLine, 'id' | 'choice' | 'group'>;
  label: ReactNode;
  isChosen: boolean;
  onToggle(): void;
};

/** Takes a line that may be chosen, or one of several in the place of another. */
export function Choice({ line: { id, choice, group }, label, isChosen, onToggle }: Props) {
  if (choice === 'optional') return <Checkbox size="lg" label={label} checked={isChosen} onChange={onToggle} />;
  return <Radio size="lg" name={`choice ${group}`} value={id} label={label} checked={isChosen} onChange={onToggle} />;
}
