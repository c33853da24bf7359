import type { Target } from '#kernel/escalation.ts';
import type { PathView } from '#shared/escalation.ts';
import { duration } from '#web/ui/marks/duration.ts';
import { day, type Reader, timeOfDay } from '#web/ui/marks/time.ts';

const iso = (at: number) => new Date(at).toISOString();

function moment(at: number, near: number, reader: Reader): string {
  const weekday = new Intl.DateTimeFormat(reader.language, { timeZone: reader.timeZone, weekday: 'short' }).format(at);
  return `${weekday} ${day(iso(at), near, reader)}, ${timeOfDay(iso(at), reader)}`;
}

/** `Sat 28 Nov, 18:00 to Mon 30 Nov, 09:00`; the day once where it is one. */
export function stretchWords({ from, to }: { from: number; to: number }, near: number, reader: Reader): string {
  const oneDay = day(iso(from), near, reader) === day(iso(to), near, reader);
  return `${moment(from, near, reader)} to ${oneDay ? timeOfDay(iso(to), reader) : moment(to, near, reader)}`;
}

/** How long nobody is on call, and when first: `Nobody is on call for 15h in these days, first Sat …`; null where somebody always is. */
export function gapWords(gaps: readonly { from: number; to: number }[], near: number, reader: Reader): string | null {
  const [first] = gaps;
  if (!first) return null;
  const seconds = gaps.reduce((sum, gap) => sum + (gap.to - gap.from) / 1000, 0);
  const more = gaps.length > 1 ? `, and ${gaps.length - 1} more ${gaps.length === 2 ? 'time' : 'times'}` : '';
  return `Nobody is on call for ${duration(seconds)}: ${stretchWords(first, near, reader)}${more}.`;
}

/** Who is away although on call, and when first: `Ann Able is on leave while on call: Mon …`; null where nobody is. */
export function leaveWords(
  away: readonly { from: number; to: number; name: string }[],
  near: number,
  reader: Reader,
): string | null {
  const [first] = away;
  if (!first) return null;
  const more = away.length > 1 ? `, and ${away.length - 1} more ${away.length === 2 ? 'time' : 'times'} such` : '';
  return `${first.name} is on leave while on call: ${stretchWords(first, near, reader)}${more}. Let somebody cover.`;
}

type Level = PathView['levels'][number];

/** `at once`, `after 10 min`. */
export const afterWords = (minutes: number): string =>
  minutes === 0
    ? 'at once'
    : `after ${duration(minutes * 60)
        .replace('m', ' min')
        .replace('h', ' h')}`;

/** `Nights at once → Tom after 10 min`. */
export const levelsWords = (levels: readonly Level[]): string =>
  levels
    .map(({ afterMinutes, targets }) => `${targets.map(({ name }) => name).join(', ')} ${afterWords(afterMinutes)}`)
    .join(' → ');

/** How a target is known in a list of choices: its kind, and its id where it has one. */
export function targetKey(target: {
  kind: Target['kind'];
  scheduleId?: string;
  staffId?: string;
  teamId?: string;
}): string {
  const id = target.scheduleId ?? target.staffId ?? target.teamId;
  return id ? `${target.kind} ${id}` : target.kind;
}

/** And back. */
export function targetOf(key: string): {
  kind: Target['kind'];
  scheduleId?: string;
  staffId?: string;
  teamId?: string;
} {
  const [kind, id = ''] = key.split(' ');
  if (kind === 'on_call') return { kind, scheduleId: id };
  if (kind === 'staff') return { kind, staffId: id };
  if (kind === 'team') return { kind, teamId: id };
  return { kind: 'assignee' };
}

/** Who is in a schedule and does not work for every client; empty where everybody does. */
export function limitedWords(people: readonly { name: string }[]): string {
  if (people.length === 0) return '';
  const names = people.map(({ name }) => name).join(', ');
  return `${names} ${people.length === 1 ? 'does' : 'do'} not work for every client: in those turns a page for another client reaches nobody here and goes on to the next level.`;
}
