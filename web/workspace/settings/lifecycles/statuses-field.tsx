import { Button, Radio, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { STATUS_CATEGORIES } from '#shared/vocabulary.ts';
import { moved, put } from '#web/ui/form/order.ts';
import { RowTools } from '#web/ui/form/row-tools.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { capital } from '#web/ui/text/capital.ts';
import { addStatus, removeStatus, type Shape, type Status } from './edit.ts';

const CATEGORIES = STATUS_CATEGORIES.map((value) => ({
  value,
  label: capital(value),
}));
const mayBegin = ({ category }: Status) => category === 'new' || category === 'open';

/** The statuses of a draft: their words, what they count as, and with which one a ticket begins. */
export function StatusesField({ shape, onChange }: { shape: Shape; onChange(next: Shape): void }) {
  const { statuses } = shape;
  const set = (at: number, part: Partial<Status>) => {
    const { hold, ...rest } = { ...(statuses[at] as Status), ...part };
    // Only what waits can be a hold; the mark goes with the category.
    const next = hold && rest.category === 'waiting' ? { ...rest, hold } : rest;
    onChange({ ...shape, statuses: put(statuses, at, next) });
  };
  return (
    <Section title="Statuses" help="Your words, what the client reads instead, and what Fettle reasons with.">
      <ol className="f-status-rows">
        {statuses.map((status, at) => (
          <li key={status.key}>
            <TextInput
              label="Status"
              maxLength={200}
              value={status.name}
              error={status.name.trim() === '' ? 'Enter a name.' : undefined}
              onChange={(event) => set(at, { name: event.currentTarget.value })}
            />
            <TextInput
              label="The client reads"
              maxLength={200}
              value={status.clientName}
              error={status.clientName.trim() === '' ? 'Enter what the client reads.' : undefined}
              onChange={(event) => set(at, { clientName: event.currentTarget.value })}
            />
            <Select
              label="Counts as"
              allowDeselect={false}
              data={CATEGORIES}
              value={status.category}
              onChange={(category) => category && set(at, { category: category as Status['category'] })}
            />
            <div className="f-status-marks">
              {mayBegin(status) && (
                <Radio
                  name="initial"
                  label="Tickets begin here"
                  checked={shape.initial === status.key}
                  onChange={() => onChange({ ...shape, initial: status.key })}
                />
              )}
              {status.category === 'waiting' && (
                <Switch
                  label="Asks what it waits for"
                  checked={status.hold ?? false}
                  onChange={(event) => set(at, { hold: event.currentTarget.checked })}
                />
              )}
            </div>
            <RowTools
              name={status.name}
              at={at}
              count={statuses.length}
              onMove={(by) => onChange({ ...shape, statuses: moved(statuses, at, by) })}
              onRemove={() => onChange(removeStatus(shape, status.key))}
            />
          </li>
        ))}
      </ol>
      <NewStatus onAdd={(name) => onChange(addStatus(shape, name))} />
    </Section>
  );
}

function NewStatus({ onAdd }: { onAdd(name: string): void }) {
  const [name, setName] = useState('');
  const add = (event?: FormEvent) => {
    event?.preventDefault();
    if (name.trim() === '') return;
    onAdd(name.trim());
    setName('');
  };
  return (
    <div className="f-span">
      <TextInput
        aria-label="Name of a new status"
        placeholder="A new status"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && add(event)}
      />
      <Button variant="default" disabled={name.trim() === ''} onClick={() => add()}>
        Add status
      </Button>
    </div>
  );
}
