import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { Fact } from './fact.tsx';
import { saveFields } from './use-save.ts';

const LEVELS = [
  { value: '1', label: 'High' },
  { value: '2', label: 'Medium' },
  { value: '3', label: 'Low' },
];

const FIELDS = [
  ['impact', 'Impact'],
  ['urgency', 'Urgency'],
] as const;

/** How many are hurt, and how soon it must work again: together they give the priority. */
export function ImpactUrgency({ ticket, editable }: { ticket: TicketView; editable: boolean }) {
  return FIELDS.map(([field, label]) => (
    <Fact key={field} label={label}>
      <Level ticket={ticket} field={field} label={label} editable={editable} />
    </Fact>
  ));
}

type LevelProps = { ticket: TicketView; field: 'impact' | 'urgency'; label: string; editable: boolean };

/** Shows what was chosen at once: with the arrows a person goes on before the first step is saved. */
function Level({ ticket, field, label, editable }: LevelProps) {
  const stored = ticket[field];
  const [chosen, setChosen] = useState<number | null>(null);
  const choose = async (value: string) => {
    setChosen(Number(value));
    await saveFields(ticket, { [field]: Number(value) }, `${field} saved`);
    setChosen((now) => (now === Number(value) ? null : now));
  };
  return (
    <SegmentedControl
      aria-label={label}
      data={LEVELS}
      value={String(chosen ?? stored)}
      disabled={!editable}
      onChange={(value) => void choose(value)}
    />
  );
}
