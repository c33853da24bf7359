import type { Severity } from './types.ts';

/** An alert that asks for work, and on which item it is. */
type Asking = {
  readonly id: string;
  readonly itemId: string | null;
  readonly severity: Severity;
  /** When it was heard, ISO 8601. */
  readonly heardAt: string;
};

/** One about which nothing is decided yet. `due`: it has settled, and is decided about now. */
export type Pending = Asking & { readonly due: boolean };

/** One that is work already. */
export type Standing = Asking & {
  /** The alert that explains it; null where it stands for itself. */
  readonly causeId: string | null;
  /** Whether somebody has its ticket in hand, or said what explains it: it stays where it is. */
  readonly held: boolean;
  /** Whether it stands for a storm that others still join. */
  readonly storm: boolean;
};

/** What each item depends on, directly or by way of others, and how far it is. */
export type Upstream = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** `alerts` within `minutes` are no storm yet; one more is. */
export type Storm = { readonly alerts: number; readonly minutes: number };

export type Verdict =
  /** It becomes a ticket of its own, or keeps the one that it has. `storm`: it stands for all that come with it. */
  | { readonly id: string; readonly does: 'ticket'; readonly storm: boolean }
  | { readonly id: string; readonly does: 'join'; readonly cause: string; readonly by: 'topology' | 'storm' };

/**
 * What becomes of alerts of one client that ask for work. One on something that depends on another that fails joins that one's; what has no
 * such cause but comes in a storm joins the one that stands for the storm; everything else is work of its own. A cause that is heard of
 * late takes over what stands already, but nothing that was wrong before: what was heard more than the minutes of a storm earlier.
 */
export function decideAlerts(
  pending: readonly Pending[],
  standing: readonly Standing[],
  upstream: Upstream,
  storm: Storm,
  now: string,
): Verdict[] {
  const causes = new Causes([...standing, ...pending], upstream);
  const due = pulledIn(pending, causes);
  const verdicts = new Map<string, Verdict>();
  const roots: Pending[] = [];
  for (const one of due) {
    const cause = causes.rootOf(one);
    if (cause === one.id) roots.push(one);
    else verdicts.set(one.id, { id: one.id, does: 'join', cause, by: 'topology' });
  }
  const fresh = new Map(roots.map(({ id, heardAt }) => [id, earlier(heardAt, storm.minutes)]));
  const taken = new Set(
    standing.filter((one) => {
      const since = fresh.get(causes.rootOf(one));
      return since !== undefined && !one.held && one.heardAt >= since;
    }),
  );
  for (const one of taken)
    verdicts.set(one.id, { id: one.id, does: 'join', cause: causes.rootOf(one), by: 'topology' });
  const lead = leadOf(roots, pending, standing, taken, causes, storm, now);
  for (const one of roots)
    verdicts.set(
      one.id,
      lead === null || lead.id === one.id
        ? { id: one.id, does: 'ticket', storm: lead !== null }
        : { id: one.id, does: 'join', cause: lead.id, by: 'storm' },
    );
  if (lead !== null) for (const verdict of underLead(lead, standing, taken)) verdicts.set(verdict.id, verdict);
  for (const verdict of goingAlong(standing, verdicts)) verdicts.set(verdict.id, verdict);
  const standsUnder = new Map(standing.map(({ id, causeId }) => [id, causeId]));
  return [...verdicts.values()].map((verdict) => flat(verdict, verdicts, standsUnder));
}

/** What stands under one that joins another goes along. */
function goingAlong(standing: readonly Standing[], verdicts: ReadonlyMap<string, Verdict>): Verdict[] {
  return standing.flatMap(({ id, causeId }): Verdict[] => {
    const its = causeId !== null && !verdicts.has(id) ? verdicts.get(causeId) : undefined;
    return its?.does === 'join' ? [{ ...its, id }] : [];
  });
}

/** What joins one that joins another itself joins that: causes have no causes. */
function flat(
  verdict: Verdict,
  verdicts: ReadonlyMap<string, Verdict>,
  standsUnder: ReadonlyMap<string, string | null>,
): Verdict {
  if (verdict.does !== 'join') return verdict;
  const above = (id: string): string | null => {
    const its = verdicts.get(id);
    return its ? (its.does === 'join' ? its.cause : null) : (standsUnder.get(id) ?? null);
  };
  const passed = [verdict.id, verdict.cause];
  for (let up = above(verdict.cause); up !== null && !passed.includes(up); up = above(up)) passed.push(up);
  return { ...verdict, cause: passed.at(-1) as string };
}

/** What has not settled yet is decided about as soon as it explains something that has. */
function pulledIn(pending: readonly Pending[], causes: Causes): Pending[] {
  const roots = new Set(pending.filter(({ due }) => due).map((one) => causes.rootOf(one)));
  return pending.filter(({ due, id }) => due || roots.has(id));
}

/** What stands for a storm; `before` what did so far, `around` what stood for itself when the storm began around it. */
type Lead = { readonly id: string; readonly before: Standing | null; readonly around: readonly Standing[] };

/**
 * Which alert stands for a storm, null where there is none: a cause that takes over from the one that stood for it so far, else that one
 * itself; of a storm that begins, the one that has a ticket already, else the gravest.
 */
function leadOf(
  roots: readonly Pending[],
  pending: readonly Pending[],
  standing: readonly Standing[],
  taken: ReadonlySet<Standing>,
  causes: Causes,
  storm: Storm,
  now: string,
): Lead | null {
  if (roots.length === 0) return null;
  const running = standing.find((one) => one.storm) ?? null;
  if (running !== null) {
    const over = [...taken].find(({ id, causeId }) => id === running.id || causeId === running.id);
    return { id: over && !running.held ? causes.rootOf(over) : running.id, before: running, around: [] };
  }
  const since = earlier(now, storm.minutes);
  const own = standing.filter((one) => one.causeId === null && one.heardAt >= since && !taken.has(one));
  const waiting = pending.filter((one) => causes.rootOf(one) === one.id);
  if (own.length + waiting.length <= storm.alerts) return null;
  const first = [...own].sort(byTime)[0] ?? [...roots].sort(byGravity)[0];
  return first ? { id: first.id, before: null, around: own } : null;
}

/** What stands for itself joins a storm that begins around it, and what had joined goes along when another stands for it. */
function underLead(lead: Lead, standing: readonly Standing[], taken: ReadonlySet<Standing>): Verdict[] {
  const { id, before, around } = lead;
  const under = (one: Standing) => before !== null && (one.id === before.id || one.causeId === before.id);
  const candidates = before === null ? around : before.id === id ? [] : standing.filter(under);
  const moving = candidates.filter((one) => !one.held && one.id !== id && !taken.has(one));
  const self: Verdict = { id: lead.id, does: 'ticket', storm: true };
  return [self, ...moving.map(({ id }): Verdict => ({ id, does: 'join', cause: lead.id, by: 'storm' }))];
}

const earlier = (at: string, minutes: number): string => new Date(Date.parse(at) - minutes * 60_000).toISOString();
const byTime = (a: Asking, b: Asking): number => (`${a.heardAt}${a.id}` < `${b.heardAt}${b.id}` ? -1 : 1);
const byGravity = (a: Asking, b: Asking): number => a.severity - b.severity || byTime(a, b);

/** Finds what explains an alert: the failing thing farthest up that its item depends on. */
class Causes {
  readonly #byItem = new Map<string, Asking>();
  readonly #upstream: Upstream;
  readonly #roots = new Map<string, string>();

  constructor(all: readonly Asking[], upstream: Upstream) {
    this.#upstream = upstream;
    for (const one of all) {
      const other = one.itemId === null ? undefined : this.#byItem.get(one.itemId);
      if (one.itemId !== null && (!other || byGravity(one, other) < 0)) this.#byItem.set(one.itemId, one);
    }
  }

  /** The id of the alert at the top; its own where nothing explains it. */
  rootOf(one: Asking): string {
    const known = this.#roots.get(one.id);
    if (known !== undefined) return known;
    const passed: Asking[] = [one];
    for (let at = this.#above(one); at !== null; at = this.#above(at)) {
      if (passed.includes(at)) break;
      passed.push(at);
    }
    const last = passed.at(-1) as Asking;
    const next = this.#above(last);
    // Things that depend on each other: the first that was heard of stands for the others.
    const circle = next === null ? [last] : passed.slice(passed.indexOf(next));
    const root = ([...circle].sort(byTime)[0] as Asking).id;
    this.#roots.set(one.id, root);
    return root;
  }

  #above({ itemId }: Asking): Asking | null {
    let found: { alert: Asking; distance: number } | null = null;
    for (const [cause, distance] of (itemId !== null && this.#upstream.get(itemId)) || []) {
      const alert = cause === itemId ? undefined : this.#byItem.get(cause);
      if (!alert) continue;
      if (!found || distance > found.distance || (distance === found.distance && byGravity(alert, found.alert) < 0))
        found = { alert, distance };
    }
    return found?.alert ?? null;
  }
}
