import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Avatar } from '#web/ui/marks/person.tsx';
import { fits, Picker, type PickerLine } from '#web/ui/picker/picker.tsx';
import { useStaff, useTeams } from '../desk/names.ts';
import { useMe } from '../session/me.ts';
import type { Change } from './apply.ts';
import { Refused } from './refused.tsx';
import { namesOf, type Target } from './store.ts';
import { useApply } from './use-apply.ts';

type Line = PickerLine & { change: Change; done: string };

/** Who: me, a person with their load, a team, or whoever the team's rule chooses. */
function useLines(targets: readonly Target[]): Line[] {
  const me = useMe();
  const staff = useStaff().filter(({ active }) => active);
  const teams = useTeams();
  const one = targets.length === 1;
  const person = ({ id, name, openTickets, capacity, onLeave }: (typeof staff)[number], group: string): Line => ({
    id: `${group} ${id}`,
    label: id === me.id ? `${name} (me)` : name,
    note: onLeave ? 'on leave' : `${openTickets} of ${capacity} open`,
    group,
    mark: <Avatar name={name} />,
    change: { assign: { assigneeId: id } },
    done: `with ${name}`,
  });
  return [
    ...staff.filter(({ id }) => id === me.id).map((each) => person(each, 'Me')),
    ...(one && targets[0]?.team
      ? [
          {
            id: 'auto',
            label: `Let ${targets[0].team.name} choose`,
            group: 'By the team’s rule',
            change: { assign: { teamId: targets[0].team.id }, auto: true },
            done: `given by the rule of ${targets[0].team.name}`,
          },
        ]
      : []),
    ...staff.filter(({ id }) => id !== me.id).map((each) => person(each, 'People')),
    ...teams.map(({ id, name }) => ({
      id,
      label: name,
      group: 'Teams',
      change: { assign: { teamId: id }, ...(one ? { auto: true } : {}) },
      done: `with ${name}`,
    })),
    { id: 'nobody', label: 'Nobody', group: 'Back', change: { assign: { assigneeId: null } }, done: 'with nobody' },
  ];
}

/** Assigning: one list of people and teams, and a reason where the choice wants one. */
export function AssignDialog({ targets }: { targets: readonly Target[] }) {
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const lines = useLines(targets).filter(({ label }) => fits(label, text.trim()));
  const apply = useApply(targets);
  return (
    <>
      <Picker
        label={`Assign ${namesOf(targets)} to`}
        placeholder="A person or a team"
        lines={lines}
        text={text}
        onText={setText}
        onPick={({ change, done }) =>
          apply.run({ ...change, ...(reason.trim() ? { reason: reason.trim() } : {}) }, done)
        }
      />
      <div className="f-action-more">
        <Refused error={apply.error} />
        {targets.length === 1 && (
          <TextInput
            label="Reason"
            description="Kept in the history; good to have when you override the rule"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </div>
    </>
  );
}
