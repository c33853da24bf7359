import type { Severity } from './types.ts';

/** An alert, and on which item it is. */
type Asking = {
  readonly id: string;
  readonly itemId: string | null;
  readonly severity: Severity;
  /** When it was heard, ISO 8601. */
  readonly heardAt: string;
  /** Whether it is work by itself. What is not may be explained by something that is; it explains nothing, and makes no storm. */
  readonly asks: boolean;
};

/** One about which nothing is decided yet. `due`: it has settled, and is decided about now. */
export type Pending = Asking & { readonly due: boolean };

/** One that is work already, or was kept for no work. */
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
 * What becomes of alerts of one client. One on something that depends on another that fails joins that one's, whether it asks for work or
 * not; what asks and has no such cause but comes in a storm joins the one that stands for the storm; everything else that asks is work of
 * its own. What explains others is never gathered in a storm, and comes out of it where it is found out late. A cause that is heard of
 * late takes over what stands already, but nothing that was wrong before: what was heard more than the minutes of a storm earlier.
 */
export function decideAlerts(
  pending: readonly Pending[],
  standing: readonly Standing[],
  upstream: Upstream,
  storm: Storm,
  now: string,
): Verdict[] {
  const causes = new Causes(
    [...standing, ...pending].filter(({ asks }) => asks),
    upstream,
  );
  const due = pulledIn(pending, causes);
  const verdicts = new Map<string, Verdict>();
  const say = (verdict: Verdict) => void verdicts.set(verdict.id, verdict);
  const explain = (one: Asking) => say({ id: one.id, does: 'join', cause: causes.rootOf(one), by: 'topology' });
  const roots = due.filter((one) => one.asks && causes.isRoot(one));
  for (const one of due) if (!causes.isRoot(one)) explain(one);
  const fresh = new Map(roots.map(({ id, heardAt }) => [id, earlier(heardAt, storm.minutes)]));
  const taken = standing.filter((one) => {
    const since = fresh.get(causes.rootOf(one));
    return since !== undefined && !one.held && one.heardAt >= since;
  });
  for (const one of taken) explain(one);

  const explaining = new Set([
    ...[...verdicts.values()].flatMap((verdict) => (verdict.does === 'join' ? [verdict.cause] : [])),
    ...standing.flatMap((one) => (one.causeId !== null && causes.rootOf(one) === one.causeId ? [one.causeId] : [])),
  ]);
  const free = (one: Asking) => one.asks && causes.isRoot(one) && !explaining.has(one.id);
  for (const one of roots) say({ id: one.id, does: 'ticket', storm: false });
  // What a storm had gathered before it was known to explain others, and what stood for one.
  const apart = standing.filter(
    (one) => explaining.has(one.id) && causes.isRoot(one) && !one.held && (one.causeId !== null || one.storm),
  );
  for (const one of apart) say({ id: one.id, does: 'ticket', storm: false });
  const under = new Map(apart.map(({ id, causeId }) => [id, causeId]));
  for (const one of standing)
    if (!one.held && one.causeId !== null && under.get(causes.rootOf(one)) === one.causeId && !causes.isRoot(one))
      explain(one);

  const lead = leadOf({ roots: roots.filter(free), pending, standing, free, verdicts, storm, now });
  if (lead !== null) {
    say({ id: lead.id, does: 'ticket', storm: true });
    for (const one of lead.joining)
      if (one.id !== lead.id) say({ id: one.id, does: 'join', cause: lead.id, by: 'storm' });
  }
  for (const verdict of goingAlong(standing, verdicts)) say(verdict);
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

type Scene = {
  /** What is decided about now and nothing explains. */
  readonly roots: readonly Pending[];
  readonly pending: readonly Pending[];
  readonly standing: readonly Standing[];
  /** Whether an alert asks for work, has no cause and explains nothing: only such are gathered. */
  readonly free: (one: Asking) => boolean;
  /** What is decided already. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly storm: Storm;
  readonly now: string;
};

/**
 * Which alert stands for a storm, and what joins it; null where there is none or nothing changes. The one that stood for it so far, unless
 * it went to its cause or is found to explain others: then the first of those that are left. Of a storm that begins, the first that has a
 * ticket already, else the gravest.
 */
function leadOf({ roots, pending, standing, free, verdicts, storm, now }: Scene) {
  const running = standing.find((one) => one.storm);
  if (running && !verdicts.has(running.id)) return roots.length > 0 ? { id: running.id, joining: roots } : null;
  const left = standing.filter((one) => running && one.causeId === running.id && !one.held && free(one));
  const [next] = [...left].sort(byTime);
  if (next) return { id: next.id, joining: [...left, ...roots] };
  if (roots.length === 0) return null;
  const since = earlier(now, storm.minutes);
  const own = standing.filter((one) => one.causeId === null && one.heardAt >= since && free(one));
  if (own.length + pending.filter(free).length <= storm.alerts) return null;
  const first = [...own].sort(byTime)[0] ?? [...roots].sort(byGravity)[0];
  return first ? { id: first.id, joining: [...roots, ...own.filter(({ held }) => !held)] } : null;
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

  isRoot(one: Asking): boolean {
    return this.rootOf(one) === one.id;
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
