import { formatDuration } from '#kernel/duration.ts';
import { spellMinutes } from '#kernel/minutes.ts';
import { dayAndTime, type Reader, timeOfDay } from '#web/ui/marks/time.ts';
import { inWords } from '../../desk/names.ts';
import type { Stretch } from './stretches.ts';

const MINUTE = 60;

/** Working time: it has hours, never days. Seconds only where there is less than a minute. */
export const workTime = (seconds: number): string =>
  seconds < MINUTE ? formatDuration(seconds) : spellMinutes(Math.floor(seconds / MINUTE));

export const KINDS: Readonly<Record<Stretch['kind'], string>> = {
  ran: 'Counted',
  late: 'Counted, too late',
  paused: 'Waited',
  closed: 'Closed',
  ahead: 'Left until it is due',
};

/** Why a clock counted or waited, and who brought each about: `Held: parts ordered (Ann), waits for vendor (Tom)`. */
export const causeWords = (causes: Stretch['causes']): string =>
  causes
    .flatMap(({ why, by }, index) =>
      why === null ? [] : [`${index === 0 ? inWords(why) : plain(why)}${by ? ` (${by})` : ''}`],
    )
    .join(', ');

const plain = (why: string) => why.replaceAll('_', ' ');

/** What a part of a clock's life was: `Counted: In progress (Tom) · Mon 9 Mar, 09:00 to 12:00 · 3 h of working time`. */
export function stretchWords({ kind, from, to, seconds, causes, days }: Stretch, reader: Reader): string {
  const reason = kind === 'closed' ? (days.length > 0 ? days.join(', ') : 'outside the hours') : causeWords(causes);
  const what = `${KINDS[kind]}${reason ? `: ${reason}` : ''}`;
  const time =
    kind === 'closed'
      ? ''
      : kind === 'paused'
        ? `${workTime(seconds)} not counted`
        : `${workTime(seconds)} of working time`;
  const closed = kind !== 'closed' && days.length > 0 ? `closed on ${days.join(', ')}` : '';
  return [what, spanWords(from, to, reader), time, closed].filter(Boolean).join(' · ');
}

function spanWords(from: number, to: number, reader: Reader): string {
  const [begin, end] = [from, to].map((at) => dayAndTime(new Date(at).toISOString(), Date.now(), reader)) as [
    string,
    string,
  ];
  const sameDay = begin.slice(0, begin.lastIndexOf(',')) === end.slice(0, end.lastIndexOf(','));
  return `${begin} to ${sameDay ? timeOfDay(new Date(to).toISOString(), reader) : end}`;
}
