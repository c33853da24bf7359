import { useServices, useTeams } from '../../desk/names.ts';
import { useCalendarChoices } from '../service-levels/use-calendar-choices.ts';
import type { NameOf } from './differences.ts';

/** Names of the teams, services and calendars that a policy mentions. */
export function useNameOf(): NameOf {
  const calendars = useCalendarChoices();
  const named = [...useTeams(), ...useServices(), ...calendars.map(({ value, label }) => ({ id: value, name: label }))];
  return (id) => named.find((one) => one.id === id)?.name ?? 'one that is gone';
}
