/** From when to when something was before somebody, in milliseconds since 1970. */
export type Session = { readonly from: number; readonly until: number };

/** What somebody did about one ticket in a day: when they had it before them, and the instants at which they acted. */
export type Active = { readonly seen: readonly Session[]; readonly acts: readonly number[] };

/** What is done takes a while before it is told: writing a reply, looking at a field. */
const LEAD_MS = 120_000;
/** Whoever looks elsewhere for so long and comes back was still at it. */
const BRIDGE_MS = 300_000;
const MINUTE_MS = 60_000;

/**
 * How long somebody seems to have been at a ticket: what was seen and done, with short breaks bridged, as sessions in order of time and
 * whole minutes. Half a minute in all is a glance and counts nothing; a begun minute counts.
 */
export function activeTime({ seen, acts }: Active): { sessions: Session[]; minutes: number } {
  const spans = [...seen, ...acts.map((at) => ({ from: at - LEAD_MS, until: at }))].toSorted((a, b) => a.from - b.from);
  const sessions: Session[] = [];
  for (const span of spans) {
    const last = sessions.at(-1);
    if (last && span.from - last.until <= BRIDGE_MS)
      sessions[sessions.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
    else sessions.push(span);
  }
  const long = sessions.reduce((sum, { from, until }) => sum + until - from, 0);
  return { sessions, minutes: long <= MINUTE_MS / 2 ? 0 : Math.ceil(long / MINUTE_MS) };
}
