import { Textarea, TextInput } from '@mantine/core';
import { HOLD_REASONS, TICKET_KINDS, type TicketKind } from '#shared/vocabulary.ts';
import { Select } from '#web/ui/form/select.tsx';
import { capital } from '#web/ui/text/capital.ts';
import { type Status, useResolutionCodes, useStatuses } from '../../../desk/names.ts';
import { choicesOf } from '../choices.ts';
import type { StepOf, StepProps } from './types.ts';

const HOLDS = HOLD_REASONS.map((value) => ({
  value,
  label: value === 'scheduled' ? 'An appointed time' : capital(value),
}));

/** Each status once, with the kinds of ticket that have it. */
function useEveryStatus(): (Status & { kinds: TicketKind[] })[] {
  const statuses = useStatuses();
  const found = new Map<string, Status & { kinds: TicketKind[] }>();
  for (const kind of TICKET_KINDS)
    for (const status of statuses.get(kind) ?? []) {
      const known = found.get(status.key);
      if (known) known.kinds.push(kind);
      else found.set(status.key, { ...status, kinds: [kind] });
    }
  return [...found.values()];
}

/** The status that a ticket moves to, and what that step asks for. */
export function TransitionStep({ value, onChange }: StepProps<'transition'>) {
  const every = useEveryStatus();
  const codes = useResolutionCodes();
  const chosen = every.find(({ key }) => key === value.to);
  const set = (name: keyof StepOf<'transition'>, next: string | null) => {
    const { [name]: _before, ...rest } = value;
    onChange((next ? { ...rest, [name]: next } : rest) as StepOf<'transition'>);
  };
  return (
    <>
      <div className="f-form-pair">
        <Select
          label="Status"
          searchable
          allowDeselect={false}
          data={every.map(({ key, name, kinds }) => ({
            value: key,
            label: kinds.length === TICKET_KINDS.length ? name : `${name} (${kinds.join(', ')})`,
          }))}
          value={value.to || null}
          onChange={(to) => to && onChange({ to })}
        />
        {chosen?.category === 'waiting' && (
          <Select
            label="Waits for"
            clearable
            data={HOLDS}
            value={value.holdReason ?? null}
            onChange={(next) => set('holdReason', next)}
          />
        )}
        {chosen?.category === 'resolved' && (
          <Select
            label="How it was solved"
            clearable
            data={choicesOf([...new Set(chosen.kinds.flatMap((kind) => codes.get(kind) ?? []))])}
            value={value.resolutionCode ?? null}
            onChange={(next) => set('resolutionCode', next)}
          />
        )}
      </div>
      {chosen?.category === 'resolved' && (
        <Textarea
          label="What was done"
          description="The client reads this"
          minRows={2}
          value={value.resolutionNote ?? ''}
          onChange={(event) => set('resolutionNote', event.currentTarget.value)}
        />
      )}
      <TextInput
        label="Reason"
        description="Some steps ask for one"
        value={value.reason ?? ''}
        onChange={(event) => set('reason', event.currentTarget.value)}
      />
    </>
  );
}
