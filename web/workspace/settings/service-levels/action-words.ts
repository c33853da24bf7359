import { useGet } from '#web/api/use.ts';
import { useTeams } from '../../desk/names.ts';
import { useNames } from '../on-call/use-names.ts';
import type { Action } from './policy-values.ts';

export const ACTION_NAMES: Readonly<Record<Action['type'], string>> = {
  notify: 'Tell people',
  raise_priority: 'Raise the priority',
  reassign: 'Hand it over',
  page: 'Page on-call',
  macro: 'Run a macro',
};

export const RECIPIENTS = {
  assignee: 'Whoever has the ticket',
  team: 'Its team',
  leads: 'The team’s leads',
  watchers: 'Its watchers',
} as const;

/** What happens at a threshold, in words: `tells whoever has the ticket, Ann`. */
export function useActionWords(): (action: Action) => string {
  const { nameOf } = useNames();
  const teams = useTeams();
  const { data: paths } = useGet('GET /escalation-paths', {});
  const { data: macros } = useGet('GET /macros', {});
  const called = (rows: readonly { id: string; name: string }[] | undefined, id: string) =>
    rows?.find((row) => row.id === id)?.name ?? 'something that is gone';
  return (action) => {
    switch (action.type) {
      case 'notify':
        return `tells ${[...action.who.map((one) => RECIPIENTS[one].toLowerCase()), ...(action.staffIds ?? []).map(nameOf)].join(', ')}`;
      case 'raise_priority':
        return 'raises the priority';
      case 'reassign':
        return `hands it to ${[action.teamId && called(teams, action.teamId), action.assigneeId && nameOf(action.assigneeId)].filter(Boolean).join(', ')}`;
      case 'page':
        return action.pathId ? `pages along “${called(paths?.items, action.pathId)}”` : 'pages along its own path';
      case 'macro':
        return `runs “${called(macros?.items, action.macroId)}”`;
    }
  };
}
