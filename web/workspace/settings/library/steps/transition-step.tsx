import { Textarea, TextInput } from '@mantine/core';
import { HOLD_REASONS, TICKET_KINDS, type TicketKind } from '#shared/vocabulary.ts';
import { Select } from '#web/ui/form/select.tsx';
import { capital } from '#web/ui/text/capital.ts';
import { type Status, useLifecycles, useResolutionCodes, useStatuses } from '../../../desk/names.ts';
import { choicesOf } from '../choices.ts';
import { refusals } from './kinds.ts';
import type { StepOf, StepProps } from './types.ts';

/** A day of its own makes sense for one ticket alone; a step of the API's that has one is shown, but not offered. */
const HOLDS = HOLD_REASONS.filter((reason) => reason !== 'scheduled').map((value) => ({
  value: value as string,
  label: capital(value),
}));
const SCHEDULED = { value: 'scheduled', label: 'An appointed time' };
/** What a step may ask that has no field here. */
const NO_FIELD = ['to', 'duplicateOfId', 'holdUntil'];

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
  const lifecycles = useLifecycles();
  /** What every kind asks of a step to that status. */
  const asked = (to: string) => refusals({ to }, lifecycles).map(({ path }) => path);
  const needed = value.to === '' ? [] : asked(value.to);
  const offered = every.filter(({ key }) => key === value.to || !asked(key).some((path) => NO_FIELD.includes(path)));
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
          data={offered.map(({ key, name, kinds }) => ({
            value: key,
            label: kinds.length === TICKET_KINDS.length ? name : `${name} (${kinds.join(', ')})`,
          }))}
          value={value.to || null}
          onChange={(to) => to && onChange({ to })}
        />
        {chosen?.hold && (
          <Select
            label="Waits for"
            required={needed.includes('holdReason')}
            clearable
            data={value.holdReason === 'scheduled' ? [...HOLDS, SCHEDULED] : HOLDS}
            value={value.holdReason ?? null}
            onChange={(next) => set('holdReason', next)}
          />
        )}
        {chosen?.category === 'resolved' && (
          <Select
            label="How it was solved"
            required={needed.includes('resolutionCode')}
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
          required={needed.includes('resolutionNote')}
          description="The client reads this"
          minRows={2}
          value={value.resolutionNote ?? ''}
          onChange={(event) => set('resolutionNote', event.currentTarget.value)}
        />
      )}
      <TextInput
        label="Reason"
        description={needed.includes('reason') ? null : 'Some steps ask for one'}
        required={needed.includes('reason')}
        value={value.reason ?? ''}
        onChange={(event) => set('reason', event.currentTarget.value)}
      />
    </>
  );
}
