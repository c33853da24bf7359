import { ActionIcon, Switch } from '@mantine/core';
import type { TeamView } from '#shared/classification.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { PickField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { Select } from '#web/ui/form/select.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { IconX } from '#web/ui/icons.ts';
import { PersonChip } from '#web/ui/marks/person.tsx';
import { useStaff } from '../desk/names.ts';
import { useCan } from '../session/me.ts';
import { send } from '../session/send.ts';
import { STRATEGIES } from './words.ts';
import '../people/people.css';

type Member = { staffId: string; lead: boolean };
type Values = Pick<TeamView, 'name' | 'description' | 'strategy' | 'escalatesToId' | 'escalationPathId' | 'active'> & {
  members: Member[];
};
const NEW: Values = {
  name: '',
  description: '',
  strategy: 'manual',
  escalatesToId: null,
  escalationPathId: null,
  active: true,
  members: [],
};
const LABELS = {
  name: 'Name',
  description: 'What it does',
  strategy: 'Assigns',
  escalatesToId: 'Escalates to',
  escalationPathId: 'Pages by',
  members: 'Members',
  active: 'Active',
} as const;

const valuesOf = ({
  name,
  description,
  strategy,
  escalatesToId,
  escalationPathId,
  active,
  members,
}: TeamView): Values => ({
  name,
  description,
  strategy,
  escalatesToId,
  escalationPathId,
  active,
  members: members.map(({ staffId, lead }) => ({ staffId, lead })),
});

type Props = { team: TeamView | null; teams: readonly TeamView[]; onClose(): void };

/** A team: its members and leads, how it shares work, and where it escalates to. */
export function TeamForm({ team, teams, onClose }: Props) {
  const staff = useStaff();
  const can = useCan();
  const { data: paths } = useGet('GET /escalation-paths', {}, { enabled: can('settings.read') });
  const nameOf = (id: string) => staff.find((one) => one.id === id)?.name ?? 'Somebody who is gone';
  const form = useForm<Values>({
    values: team ? valuesOf(team) : NEW,
    version: team?.version ?? 0,
    rules: { name: needed('a name such as Service desk') },
    draft: `team.${team?.id ?? 'new'}`,
    save: ({ values: { active: _active, ...body }, changed, version }) =>
      team
        ? send('PATCH /teams/{id}', { params: { id: team.id }, body: { version, ...changed } }, ['GET /teams'])
        : send('POST /teams', { body }, ['GET /teams']),
    latest: async () => {
      const { items } = await call('GET /teams', {});
      const stored = items.find(({ id }) => id === team?.id);
      return stored ? { values: valuesOf(stored), version: stored.version } : { values: NEW, version: 0 };
    },
    onSaved: onClose,
  });
  const show = (name: string, value: unknown) => {
    if (name === 'members') return (value as Member[]).map(({ staffId }) => nameOf(staffId)).join(', ') || 'nobody';
    if (name === 'escalatesToId') return teams.find(({ id }) => id === value)?.name ?? 'nobody';
    if (name === 'escalationPathId') return paths?.items.find(({ id }) => id === value)?.name ?? 'the client’s path';
    return undefined;
  };
  return (
    <FormShell form={form} submit={team ? 'Save' : 'Create team'} onCancel={onClose} labels={LABELS} show={show}>
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      <TextField form={form} name="description" label={LABELS.description} maxLength={500} />
      <div className="f-form-pair">
        <PickField
          form={form}
          name="strategy"
          label={LABELS.strategy}
          description={STRATEGIES[form.values.strategy].help}
          data={Object.entries(STRATEGIES).map(([value, { name }]) => ({ value, label: name }))}
        />
        <PickField
          form={form}
          name="escalatesToId"
          label={LABELS.escalatesToId}
          description="When this team cannot go on"
          placeholder="Nobody"
          clearable
          data={named(teams.filter(({ id }) => id !== team?.id))}
        />
      </div>
      <PickField
        form={form}
        name="escalationPathId"
        label={LABELS.escalationPathId}
        description="The escalation path that calls people for this team’s tickets"
        placeholder="The client’s path"
        clearable
        data={named(paths?.items ?? [])}
      />
      <Members members={form.values.members} nameOf={nameOf} onChange={(members) => form.set('members', members)} />
      {team && (
        <SwitchField
          form={form}
          name="active"
          label={LABELS.active}
          description="An inactive team is offered no more"
        />
      )}
    </FormShell>
  );
}

type MembersProps = { members: readonly Member[]; nameOf(id: string): string; onChange(next: Member[]): void };

function Members({ members, nameOf, onChange }: MembersProps) {
  const staff = useStaff().filter(({ id, active }) => active && !members.some(({ staffId }) => staffId === id));
  return (
    <>
      <Select
        label={LABELS.members}
        placeholder="Add somebody"
        searchable
        data={named(staff)}
        value={null}
        onChange={(staffId) => staffId && onChange([...members, { staffId, lead: false }])}
      />
      <ul className="f-members">
        {members.map((member) => (
          <li key={member.staffId}>
            <PersonChip name={nameOf(member.staffId)} />
            <Switch
              label="Lead"
              aria-label={`${nameOf(member.staffId)} leads`}
              checked={member.lead}
              onChange={(event) => {
                const lead = event.currentTarget.checked;
                onChange(members.map((one) => (one === member ? { ...one, lead } : one)));
              }}
            />
            <ActionIcon
              aria-label={`Remove ${nameOf(member.staffId)}`}
              onClick={() => onChange(members.filter((one) => one !== member))}
            >
              <IconX size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </>
  );
}
