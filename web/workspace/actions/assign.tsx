import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { Avatar } from '#web/ui/marks/person.tsx';
import { fits, Picker, type PickerLine } from '#web/ui/picker/picker.tsx';
import { useCategories, useTeams, useWorkers } from '../desk/names.ts';
import { useMe } from '../session/me.ts';
import type { Change } from './apply.ts';
import { Refused } from './refused.tsx';
import { namesOf, type Target } from './store.ts';
import { useApply } from './use-apply.ts';
import { useKeptWords } from './use-kept-words.ts';

type Line = PickerLine & { change: Change; done: string };

/** What the work asks for, where it is one ticket of a category that says so. */
function useWanted(targets: readonly Target[]): readonly string[] {
  const categories = useCategories();
  const [only] = targets.length === 1 ? targets : [];
  // Lines of the queue do not carry the category.
  const { data } = useGet(
    'GET /tickets/{idOrKey}',
    { params: { idOrKey: only?.key ?? '' } },
    { enabled: only !== undefined },
  );
  return categories.find(({ id }) => id === data?.category?.id)?.skills ?? [];
}

/** Who: me, whoever the team's rule chooses, people with skill and load, a team. */
function useLines(targets: readonly Target[]): Line[] {
  const me = useMe();
  const staff = useWorkers(targets.map(({ client }) => client.id));
  const teams = useTeams();
  const wanted = useWanted(targets);
  const one = targets.length === 1;
  const own = one ? targets[0]?.team?.id : undefined;
  const rules = teams
    .filter(({ strategy }) => strategy !== 'manual')
    .sort((a, b) => Number(b.id === own) - Number(a.id === own));
  const knows = (skills: readonly string[]) => wanted.filter((skill) => skills.includes(skill));
  const free = ({ openTickets, capacity }: (typeof staff)[number]) => openTickets / Math.max(1, capacity);
  const people = staff
    .filter(({ id }) => id !== me.id)
    .sort(
      (a, b) =>
        Number(a.onLeave) - Number(b.onLeave) || knows(b.skills).length - knows(a.skills).length || free(a) - free(b),
    );
  const person = (each: (typeof staff)[number], group: string): Line => {
    const { id, name, openTickets, capacity, onLeave, skills } = each;
    const known = knows(skills);
    return {
      id: `${group} ${id}`,
      label: id === me.id ? `${name} (me)` : name,
      note: [
        ...(known.length > 0 ? [`knows ${known.join(', ')}`] : []),
        onLeave ? 'on leave' : `${openTickets} of ${capacity} open`,
      ].join(' · '),
      group,
      mark: <Avatar name={name} />,
      change: { assign: { assigneeId: id } },
      done: `with ${name}`,
    };
  };
  return [
    ...staff.filter(({ id }) => id === me.id).map((each) => person(each, 'Me')),
    ...(one ? rules : []).map(({ id, name }) => ({
      id: `rule ${id}`,
      label: `Let ${name} choose`,
      group: 'By the team’s rule',
      change: { assign: { teamId: id }, auto: true },
      done: `given by the rule of ${name}`,
    })),
    ...people.map((each) => person(each, 'People')),
    ...teams.map(({ id, name }) => ({
      id,
      label: name,
      group: 'Teams',
      note: 'nobody in particular',
      change: { assign: { teamId: id } },
      done: `with ${name}`,
    })),
    { id: 'nobody', label: 'Nobody', group: 'Back', change: { assign: { assigneeId: null } }, done: 'with nobody' },
  ];
}

/** Assigning: one list of people and teams, and a reason where the choice wants one. */
export function AssignDialog({ targets }: { targets: readonly Target[] }) {
  const [text, setText] = useState('');
  const kept = useKeptWords('assign', targets, { reason: '' });
  const { reason } = kept.values;
  const lines = useLines(targets).filter(({ label }) => fits(label, text.trim()));
  const apply = useApply(targets, kept.clear);
  return (
    <Picker
      label={`Assign ${namesOf(targets)} to`}
      placeholder="A person or a team"
      lines={lines}
      text={text}
      onText={setText}
      onPick={({ change, done }) => apply.run({ ...change, ...(reason.trim() ? { reason: reason.trim() } : {}) }, done)}
      more={
        <div className="f-action-more">
          <Refused error={apply.error} />
          {targets.length === 1 && (
            <TextInput
              label="Reason"
              description="Kept in the history; good to have when you override the rule"
              value={reason}
              onChange={(event) => kept.change({ reason: event.currentTarget.value })}
            />
          )}
        </div>
      }
    />
  );
}
