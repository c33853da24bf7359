import { Button, Checkbox, TextInput } from '@mantine/core';
import type { StreamTermsShape } from '#shared/value-stream.ts';
import { ACTIVITIES } from '#shared/value-stream-words.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import { STATUS_CATEGORIES } from '#shared/vocabulary.ts';
import { named } from '#web/ui/form/choices.ts';
import { RowTools } from '#web/ui/form/row-tools.tsx';
import { MultiSelect, Select } from '#web/ui/form/select.tsx';
import { inWords, useStatuses, useTeams } from '../desk/names.ts';
import { NEW_STEP } from './stream-form.tsx';
import './value-streams.css';

type Step = StreamTermsShape['steps'][number];
type Props = { kinds: readonly string[]; steps: readonly Step[]; onChange(steps: readonly Step[]): void };

const ACTIVITY_CHOICES = Object.entries(ACTIVITIES).map(([value, label]) => ({ value, label }));
const CATEGORY_CHOICES = STATUS_CATEGORIES.map((value) => ({ value, label: inWords(value) }));
const ASSIGNED = [
  { value: '', label: 'Either' },
  { value: 'yes', label: 'Somebody has it' },
  { value: 'no', label: 'Nobody has it' },
];

/** The steps of a stream in their order, and when a ticket comes to each. */
export function StepsFields({ kinds, steps, onChange }: Props) {
  const statuses = useStatuses();
  const teams = named(useTeams());
  const choices = [
    ...new Map(kinds.flatMap((kind) => statuses.get(kind as TicketKind) ?? []).map(({ key, name }) => [key, name])),
  ].map(([value, label]) => ({ value, label }));
  const put = (place: number, part: Partial<Step>) =>
    onChange(steps.map((one, index) => (index === place ? { ...one, ...part } : one)));
  const move = (place: number, by: number) => {
    const next = [...steps];
    [next[place], next[place + by]] = [next[place + by] as Step, next[place] as Step];
    onChange(next);
  };
  const add = () => {
    const taken = new Set(steps.map(({ key }) => key));
    let number = steps.length + 1;
    while (taken.has(`step_${number}`)) number += 1;
    onChange([...steps, { ...NEW_STEP, key: `step_${number}`, name: `Step ${number}` }]);
  };
  return (
    <fieldset className="f-stream-steps">
      <legend>Steps</legend>
      <p className="f-plain f-dim">
        Every ticket begins at the first. The last step of which all that is named is so, is where it is.
      </p>
      {steps.map((one, place) => (
        <fieldset key={one.key}>
          <legend className="f-hidden">{`Step ${place + 1}: ${one.name}`}</legend>
          <div className="f-stream-step-head">
            <TextInput
              label={`Name of step ${place + 1}`}
              value={one.name}
              required
              onChange={(event) => put(place, { name: event.currentTarget.value })}
            />
            <Select
              label={`Activity of step ${place + 1}`}
              data={ACTIVITY_CHOICES}
              value={one.activity}
              onChange={(next) => put(place, { activity: (next ?? one.activity) as Step['activity'] })}
            />
            <RowTools
              name={one.name || `step ${place + 1}`}
              at={place}
              count={steps.length}
              onMove={(by) => move(place, by)}
              {...(steps.length > 1 ? { onRemove: () => onChange(steps.filter((_, index) => index !== place)) } : {})}
            />
          </div>
          <div className="f-stream-step-rule">
            <MultiSelect
              label={`Statuses of step ${place + 1}`}
              searchable
              data={choices}
              value={[...one.rule.statuses]}
              onChange={(next) => put(place, { rule: { ...one.rule, statuses: next } })}
            />
            <MultiSelect
              label={`Sorts of statuses of step ${place + 1}`}
              data={CATEGORY_CHOICES}
              value={[...one.rule.categories]}
              onChange={(next) => put(place, { rule: { ...one.rule, categories: next as never } })}
            />
            <MultiSelect
              label={`Teams of step ${place + 1}`}
              searchable
              data={teams}
              value={[...one.rule.teamIds]}
              onChange={(next) => put(place, { rule: { ...one.rule, teamIds: next } })}
            />
            <Select
              label={`Who has it in step ${place + 1}`}
              data={ASSIGNED}
              value={one.rule.assigned === null ? '' : one.rule.assigned ? 'yes' : 'no'}
              onChange={(next) => put(place, { rule: { ...one.rule, assigned: next ? next === 'yes' : null } })}
            />
          </div>
          <Checkbox
            label={`Nobody works in step ${place + 1}: it waits for an agreed time`}
            checked={one.idle}
            onChange={(event) => put(place, { idle: event.currentTarget.checked })}
          />
        </fieldset>
      ))}
      <div>
        <Button variant="default" size="compact-sm" onClick={add}>
          Add a step
        </Button>
      </div>
    </fieldset>
  );
}
