import { named } from '#web/ui/form/choices.ts';
import { Select } from '#web/ui/form/select.tsx';
import { useTeams, useWorkers } from '../../../desk/names.ts';
import type { StepOf, StepProps } from './types.ts';

const WAYS = [
  { value: 'me', label: 'Me: whoever runs it' },
  { value: 'auto', label: 'Whom the team’s turn picks' },
  { value: 'person', label: 'A certain person' },
  { value: 'nobody', label: 'Nobody' },
  { value: 'team', label: 'Only the team changes' },
];

function wayOf({ toMe, auto, assigneeId }: StepOf<'assign'>): string {
  if (toMe) return 'me';
  if (auto) return 'auto';
  if (assigneeId === undefined) return 'team';
  return assigneeId === null ? 'nobody' : 'person';
}

/** To whom a ticket goes: a team, and within it me, a certain person, nobody, or whose turn it is. */
export function AssignStep({ value, onChange }: StepProps<'assign'>) {
  const teams = useTeams().filter(({ active }) => active);
  const staff = useWorkers();
  const way = wayOf(value);
  const { teamId, reason } = value;
  const kept = { ...(teamId === undefined ? {} : { teamId }), ...(reason ? { reason } : {}) };
  const choose = (next: string | null) => {
    if (next === 'me') onChange({ ...kept, toMe: true });
    if (next === 'auto') onChange({ ...kept, auto: true });
    if (next === 'nobody') onChange({ ...kept, assigneeId: null });
    if (next === 'person') onChange({ ...kept, assigneeId: staff[0]?.id ?? null });
    if (next === 'team') onChange(kept);
  };
  const setTeam = (next: string | null) => {
    const { teamId: _before, ...rest } = value;
    onChange(next === null ? rest : { ...rest, teamId: next });
  };
  return (
    <div className="f-form-pair">
      <Select label="To" data={WAYS} value={way} allowDeselect={false} onChange={choose} />
      {way === 'person' && (
        <Select
          label="Person"
          searchable
          allowDeselect={false}
          data={named(staff)}
          value={value.assigneeId ?? null}
          onChange={(assigneeId) => onChange({ ...kept, assigneeId })}
        />
      )}
      <Select
        label="Team"
        placeholder="Left as it is"
        clearable
        searchable
        data={named(teams)}
        value={teamId ?? null}
        onChange={setTeam}
      />
    </div>
  );
}
