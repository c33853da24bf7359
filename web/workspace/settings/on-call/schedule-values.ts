import type { Rotation, ScheduleView } from '#shared/on-call.ts';
import { needed, type Rules } from '#web/ui/form/rules.ts';

export type ScheduleValues = { name: string; timeZone: string; teamId: string | null; layers: Rotation[] };

/** The last Monday before a day, so that what begins on it is on today already. */
function mondayBefore(today: string): string {
  const at = Date.parse(`${today}T00:00:00Z`);
  const weekday = new Date(at).getUTCDay();
  const back = weekday <= 1 ? weekday + 6 : weekday - 1;
  return new Date(at - back * 86_400_000).toISOString().slice(0, 10);
}

/** A rotation to begin with: a week each, handed over on Monday morning. */
export const newLayer = (today: string, name: string): Rotation => ({
  name,
  members: [],
  startDate: mondayBefore(today),
  handOverTime: '09:00',
  unit: 'week',
  every: 1,
  handOverWeekday: 1,
  hours: [],
});

export const newSchedule = (today: string, timeZone: string): ScheduleValues => ({
  name: '',
  timeZone,
  teamId: null,
  layers: [newLayer(today, 'Everybody')],
});

export const scheduleValues = ({ name, timeZone, team, layers }: ScheduleView): ScheduleValues => ({
  name,
  timeZone,
  teamId: team?.id ?? null,
  layers,
});

/** What is wrong with the rotations, as a sentence that says what to do; the server's own words come on top. */
function layersFault(layers: readonly Rotation[]): string | null {
  if (layers.length === 0) return 'Add at least one rotation.';
  for (const [index, { name, members, hours }] of layers.entries()) {
    const which = name.trim() || `Rotation ${index + 1}`;
    if (name.trim() === '') return `Give rotation ${index + 1} a name.`;
    if (members.length === 0) return `Add somebody to “${which}”.`;
    if (hours.some(({ from, to }) => from >= to)) return `Hours of “${which}” must end after they begin.`;
  }
  return null;
}

export const SCHEDULE_RULES: Rules<ScheduleValues> = { name: needed('a name such as Nights'), layers: layersFault };
