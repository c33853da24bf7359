import type { MeetingView } from '#shared/cab.ts';

/** The least that a change may be given. */
const LEAST = 10;

/** How what is left on an agenda fits into what is left of its meeting; all in seconds. */
export type Fit = {
  /** Changes that are not decided. */
  readonly open: number;
  readonly needs: number;
  readonly has: number;
  /** What each would have if the time were divided evenly; null where none is left, or too little to say anything. */
  readonly each: number | null;
};

/** Null where it fits. What a change was talked about already counts for nothing: nobody knows how much longer it takes. */
export function tooLong(
  {
    agenda,
    itemSeconds,
    minutes,
    begunAt,
    state,
  }: Pick<MeetingView, 'agenda' | 'itemSeconds' | 'minutes' | 'begunAt' | 'state'>,
  now: number,
): Fit | null {
  if (state !== 'planned' && state !== 'running') return null;
  const open = agenda.filter(({ outcome }) => outcome === null).length;
  const gone = begunAt === null ? 0 : Math.max(0, (now - Date.parse(begunAt)) / 1000);
  const has = Math.max(0, Math.floor(minutes * 60 - gone));
  const needs = open * itemSeconds;
  if (needs <= has) return null;
  const each = Math.floor(has / open);
  return { open, needs, has, each: each < LEAST ? null : each };
}
