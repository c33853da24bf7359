import { ActionIcon } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { PromisedView } from '#shared/policy.ts';
import { named } from '#web/ui/form/choices.ts';
import { put, without } from '#web/ui/form/order.ts';
import { Select } from '#web/ui/form/select.tsx';
import type { Form } from '#web/ui/form/use-form.ts';
import { IconX } from '#web/ui/icons.ts';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { useTeams } from '../../desk/names.ts';
import { EMPTY_ROW, type PolicyValues } from './policy-values.ts';
import { TargetRow } from './target-row.tsx';
import { useCalendarChoices } from './use-calendar-choices.ts';
import { originName, TARGETS } from './words.ts';

const OLA = 'ola:';
const PRIORITIES = [1, 2, 3, 4, 5];
type Props = { form: Form<PolicyValues>; above: PromisedView | undefined };

/** Up and down go to the same priority of the next target. */
function walk(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  const column = event.target instanceof HTMLElement ? event.target.dataset['column'] : undefined;
  if (column === undefined) return;
  event.preventDefault();
  const cells = [...event.currentTarget.querySelectorAll<HTMLInputElement>(`[data-column="${column}"]`)];
  const next = cells[cells.indexOf(event.target as HTMLInputElement) + (event.key === 'ArrowDown' ? 1 : -1)];
  next?.focus();
  next?.select();
}

/** What is promised: a row for each target and each team's own, a column for each priority. */
export function TargetGrid({ form, above }: Props) {
  const teams = useTeams();
  const calendars = useCalendarChoices();
  const { targets, olas } = form.values;
  const inherited = (target: string) => above?.targets.find((one) => one.target === target);
  const fault = (row: string) => (path: string) => form.errors[`${row}.${path}`];
  const from = (target: string, help: string) => {
    const names = new Set(inherited(target)?.byPriority.flatMap((cell) => (cell.from ? [originName(cell.from)] : [])));
    return names.size === 0 ? help : `${help} · empty: from ${[...names].join(', ')}`;
  };
  // A team's row from above is shown as well; it becomes this policy's own once something is typed.
  const teamName = (id: string) => teams.find((team) => team.id === id)?.name ?? 'A team that is gone';
  const inheritedTeams = (above?.targets ?? []).flatMap(({ target }) =>
    target.startsWith(OLA) ? [target.slice(OLA.length)] : [],
  );
  const shown = [...new Set([...inheritedTeams, ...olas.map(({ teamId }) => teamId)])].sort((a, b) =>
    teamName(a).localeCompare(teamName(b)),
  );
  const free = teams.filter(({ id, active }) => active && !shown.includes(id));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the arrow keys of the fields in it
    <div className="f-targets" onKeyDown={walk}>
      <div className="f-target f-target-head" aria-hidden="true">
        <span />
        {PRIORITIES.map((priority) => (
          <PriorityMark key={priority} priority={priority} />
        ))}
        <span>Counted by</span>
      </div>
      {TARGETS.map(({ target, name, help }) => (
        <TargetRow
          key={target}
          name={name}
          help={from(target, help)}
          row={targets[target]}
          inherited={inherited(target)}
          calendars={calendars}
          faultOf={fault(`targets.${target}`)}
          onChange={(row) => form.set('targets', { ...targets, [target]: row })}
        />
      ))}
      {shown.map((teamId) => {
        const at = olas.findIndex((ola) => ola.teamId === teamId);
        const own = olas[at];
        const name = `OLA of ${teamName(teamId)}`;
        const faultOf = fault(`olas.${at}`);
        return (
          <TargetRow
            key={teamId}
            name={name}
            help={from(OLA + teamId, 'While the team has it')}
            row={own ?? EMPTY_ROW}
            inherited={inherited(OLA + teamId)}
            calendars={calendars}
            faultOf={(path) => faultOf(path) ?? (path === 'calendar' ? faultOf('teamId') : undefined)}
            tool={
              own && (
                <ActionIcon aria-label={`Remove the ${name}`} onClick={() => form.set('olas', without(olas, at))}>
                  <IconX size={16} />
                </ActionIcon>
              )
            }
            onChange={(row) =>
              form.set('olas', own ? put(olas, at, { ...row, teamId }) : [...olas, { ...row, teamId }])
            }
          />
        );
      })}
      {free.length > 0 && (
        <Select
          aria-label="Add an OLA of a team"
          placeholder="Add an OLA of a team…"
          className="f-start"
          searchable
          w={240}
          data={named(free)}
          value={null}
          onChange={(teamId) => teamId && form.set('olas', [...olas, { teamId, ...EMPTY_ROW }])}
        />
      )}
    </div>
  );
}
