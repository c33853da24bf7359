import { SegmentedControl } from '@mantine/core';
import type { TicketView } from '#shared/ticket.ts';
import { Fact } from './fact.tsx';
import { saveFields } from './use-save.ts';

const LEVELS = [
  { value: '1', label: 'High' },
  { value: '2', label: 'Medium' },
  { value: '3', label: 'Low' },
];

/** How many are hurt, and how soon it must work again: together they give the priority. */
export function ImpactUrgency({ ticket, editable }: { ticket: TicketView; editable: boolean }) {
  const save = (field: 'impact' | 'urgency') => (value: string) =>
    void saveFields(ticket, { [field]: Number(value) }, `${field} saved`);
  return (
    <>
      <Fact label="Impact">
        <SegmentedControl
          aria-label="Impact"
          data={LEVELS}
          value={String(ticket.impact)}
          disabled={!editable}
          onChange={save('impact')}
        />
      </Fact>
      <Fact label="Urgency">
        <SegmentedControl
          aria-label="Urgency"
          data={LEVELS}
          value={String(ticket.urgency)}
          disabled={!editable}
          onChange={save('urgency')}
        />
      </Fact>
    </>
  );
}
