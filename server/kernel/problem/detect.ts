import { BARS, type Bars, type Minimum } from './bars.ts';
import { byAbout, byItem, byWords, commonWords, type Group, inOrder, NOTHING } from './groups.ts';
import { type Learnt, learn } from './learn.ts';
import { baselineOf, isBeyond } from './trend.ts';
import {
  type Advisory,
  AXES,
  type Day,
  type Incident,
  type Item,
  type Proposal,
  type RepeatedAlert,
  type Verdict,
} from './types.ts';

/** What there is to look at. Order says nothing. */
export type Seen = {
  readonly incidents: readonly Incident[];
  readonly alerts?: readonly RepeatedAlert[];
  readonly advisories?: readonly Advisory[];
  readonly items?: readonly Item[];
  readonly verdicts?: readonly Verdict[];
};

const WEEKS = 8;
const MOST_NAMED = 100;
const RISING = 2;

/**
 * Problems that what happened speaks for, the strongest first: advisories that concern items, alerts that keep coming back, and incidents
 * that recur by item, by words, by category and service, or beyond what is usual. What a narrower group has explained does not speak for
 * a broader one as well, even if the narrower one was rejected or is not proposed again yet.
 */
export function detectProblems(seen: Seen, today: Day, bars: Bars = BARS): Proposal[] {
  const verdicts = Map.groupBy(seen.verdicts ?? [], ({ clientId }) => clientId);
  const all = Map.groupBy(
    seen.incidents.filter(({ day }) => day <= today),
    ({ clientId }) => clientId,
  );
  const of = <T extends { clientId: string }>(rows: readonly T[] | undefined) =>
    Map.groupBy(rows ?? [], ({ clientId }) => clientId);
  const [alerts, items] = [of(seen.alerts), of(seen.items)];
  const clients = new Set([...all.keys(), ...alerts.keys(), ...items.keys()]);
  return [...clients]
    .flatMap((clientId) =>
      new Client(clientId, today, bars, all.get(clientId) ?? [], verdicts.get(clientId) ?? []).proposals({
        alerts: alerts.get(clientId) ?? [],
        items: items.get(clientId) ?? [],
        advisories: seen.advisories ?? [],
      }),
    )
    .sort(strongest);
}

/**
 * What several clients have in common, as the provider's own: incidents that say the same, and a category and service of which there are far
 * more than usual over all of them. What one client has alone is none.
 */
export function detectShared(seen: Seen, today: Day, provider: string, bars: Bars = BARS): Proposal[] {
  const clientOf = new Map(seen.incidents.map(({ id, clientId }) => [id, clientId]));
  const all = seen.incidents.filter(({ day }) => day <= today).map((one) => ({ ...one, clientId: provider }));
  const verdicts = (seen.verdicts ?? []).filter(({ clientId }) => clientId === provider);
  return new Client(provider, today, bars, all, verdicts).shared((id) => clientOf.get(id) ?? provider);
}

/** The provider has proposals about itself, too. */
const asShared = (group: Group): Group => ({ ...group, group: `shared ${group.group}` });

const strongest = (a: Proposal, b: Proposal): number =>
  b.strength - a.strength ||
  b.counted - a.counted ||
  AXES.indexOf(a.axis) - AXES.indexOf(b.axis) ||
  compare(a.clientId, b.clientId) ||
  compare(a.group, b.group);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is seen of one client. */
class Client {
  readonly #explained = new Set<string>();
  readonly #clientId: string;
  readonly #today: Day;
  readonly #bars: Bars;
  readonly #all: readonly Incident[];
  readonly #recent: readonly Incident[];
  readonly #days: readonly Day[];
  readonly #verdicts: readonly Verdict[];

  constructor(clientId: string, today: Day, bars: Bars, all: readonly Incident[], verdicts: readonly Verdict[]) {
    this.#clientId = clientId;
    this.#today = today;
    this.#bars = bars;
    this.#all = all.toSorted(inOrder);
    this.#recent = this.#all.filter(({ day, inProblem }) => day > today - bars.windowDays && !inProblem);
    this.#days = this.#all.map(({ day }) => day);
    this.#verdicts = verdicts;
  }

  proposals(beside: {
    alerts: readonly RepeatedAlert[];
    items: readonly Item[];
    advisories: readonly Advisory[];
  }): Proposal[] {
    const first = [...this.#warned(beside), ...this.#repeated(beside.alerts)];
    const common = commonWords(this.#all, this.#bars.common);
    const alike = (clientId: string, incidents: readonly Incident[]) => byWords(clientId, incidents, common);
    const recurring = [byItem, alike, byAbout].flatMap((group) =>
      group(this.#clientId, this.#recent)
        .toSorted((a, b) => b.members.length - a.members.length || compare(a.group, b.group))
        .flatMap((one) => this.#recurs(one)),
    );
    return [...first, ...recurring, ...this.#trends()].sort(strongest).slice(0, this.#bars.most);
  }

  /** Of the incidents of several clients, those that they have in common. */
  shared(clientOf: (incidentId: string) => string): Proposal[] {
    const clientsOf = (incidents: readonly string[]) => [...new Set(incidents.map(clientOf))].sort(compare);
    const common = commonWords(this.#all, this.#bars.common);
    const alike = byWords(this.#clientId, this.#recent, common)
      .filter(({ members }) => clientsOf(members.map(({ id }) => id)).length > 1)
      .toSorted((a, b) => b.members.length - a.members.length || compare(a.group, b.group))
      .flatMap((group) => this.#recurs(asShared(group)));
    return [...alike, ...this.#trends(asShared)]
      .map((one) => ({ ...one, clientIds: clientsOf(one.incidents) }))
      .filter(({ clientIds }) => clientIds.length > 1)
      .sort(strongest)
      .slice(0, this.#bars.most);
  }

  #learn(group: Omit<Group, 'members'>, minimum: Minimum): Learnt {
    const { clientId, axis, subject } = group;
    return learn({ clientId, axis, group: group.group, words: subject.words }, minimum, this.#verdicts, this.#today);
  }

  #recurs(group: Group): Proposal[] {
    const minimum = this.#bars[group.axis];
    const left = group.members.filter(({ id }) => !this.#explained.has(id));
    const learnt = this.#learn(group, minimum);
    if (!reaches(left, Math.min(minimum.count, learnt.bar.needed), minimum.days)) return [];
    for (const { id } of left) this.#explained.add(id);
    const counting = since(left, learnt);
    if (learnt.underWay || !reaches(counting, learnt.bar.needed, learnt.bar.days)) return [];
    return [this.#propose(group, counting, learnt)];
  }

  /** What no other group explains and is far more than usual. */
  #trends(as: (group: Group) => Group = (group) => group): Proposal[] {
    const { trendDays, trend: minimum } = this.#bars;
    return byAbout(this.#clientId, this.#all, 'trend')
      .map(as)
      .flatMap((group) => {
        const lately = this.#recent.filter(
          (one) => one.day > this.#today - trendDays && !this.#explained.has(one.id) && isOf(group, one),
        );
        const learnt = this.#learn(group, minimum);
        const counting = since(lately, learnt);
        if (learnt.underWay || !reaches(counting, learnt.bar.needed, learnt.bar.days)) return [];
        return this.#riseOf(group) ? [this.#propose(group, counting, learnt)] : [];
      });
  }

  /** How many there are of a group lately, where that is far more than usual. */
  #riseOf(group: Group): Proposal['rise'] {
    const own = this.#like(group).map(({ day }) => day);
    const counted = own.filter((day) => day > this.#today - this.#bars.trendDays).length;
    if (counted < this.#bars.trend.count) return null;
    const known = { today: this.#today, since: this.#all[0]?.day ?? this.#today };
    const usual = baselineOf(own, this.#days, known, this.#bars);
    return usual && isBeyond(counted, usual, this.#bars) ? { counted, expected: usual.expected } : null;
  }

  #repeated(alerts: readonly RepeatedAlert[]): Proposal[] {
    const { windowDays, alert: minimum } = this.#bars;
    return alerts.flatMap(({ id, itemId, days }) => {
      const subject = { ...NOTHING, itemId, alertId: id };
      const group = { clientId: this.#clientId, axis: 'alert' as const, group: `alert ${id}`, subject };
      const learnt = this.#learn(group, minimum);
      const from = Math.max(this.#today - windowDays + 1, learnt.countsFrom ?? 0);
      const times = days.filter((day) => day >= from && day <= this.#today);
      const different = new Set(times).size;
      if (learnt.underWay || times.length < learnt.bar.needed || different < learnt.bar.days) return [];
      const shown = this.#propose({ ...group, members: [] }, [], learnt);
      const [low, high] = [Math.min(...times), Math.max(...times)];
      const weeks = weeksOf(days, this.#today);
      const before = this.#before(days).length;
      const counted = times.length;
      const strength = strengthOf(counted, learnt);
      return [{ ...shown, counted, all: counted, days: different, from: low, to: high, before, weeks, strength }];
    });
  }

  #warned({ items, advisories }: { items: readonly Item[]; advisories: readonly Advisory[] }): Proposal[] {
    return advisories.flatMap(({ id, words }) => {
      const concerned =
        words.length === 0 ? [] : items.filter((item) => words.every((word) => item.words.includes(word)));
      const subject = { ...NOTHING, advisoryId: id };
      const group = { clientId: this.#clientId, axis: 'advisory' as const, group: `advisory ${id}`, subject };
      const learnt = this.#learn(group, this.#bars.advisory);
      // Items have no day: what counts are those that there are more of than when it was rejected.
      const ids = [...new Set(concerned.map((item) => item.id))].sort();
      const more = ids.length - learnt.hadThen;
      if (learnt.underWay || more < learnt.bar.needed) return [];
      const members = this.#recent.filter(({ itemId }) => itemId !== null && ids.includes(itemId));
      const shown = this.#propose({ ...group, members }, members, learnt);
      const counted = ids.length;
      return [{ ...shown, counted, items: ids.slice(0, MOST_NAMED), strength: strengthOf(more, learnt) }];
    });
  }

  /** All of the client's incidents that are of a group, whenever they were. */
  #like(group: Group): readonly Incident[] {
    return this.#all.filter((one) => isOf(group, one));
  }

  #propose(group: Group, counting: readonly Incident[], learnt: Learnt): Proposal {
    const { clientId, axis, subject } = group;
    const days = counting.map(({ day }) => day);
    // What is not made of incidents counts for itself.
    const all = axis === 'advisory' || axis === 'alert' ? days : this.#like(group).map(({ day }) => day);
    const rise = axis === 'advisory' || axis === 'alert' ? null : this.#riseOf(group);
    return {
      clientId,
      axis,
      group: group.group,
      subject,
      counted: counting.length,
      bar: learnt.bar,
      days: new Set(days).size,
      people: new Set(counting.flatMap(({ person }) => person ?? [])).size,
      all: all.filter((day) => day > this.#today - this.#bars.windowDays).length,
      before: this.#before(all).length,
      minutes: counting.reduce((sum, { minutes }) => sum + minutes, 0),
      from: days.length > 0 ? Math.min(...days) : this.#today,
      to: days.length > 0 ? Math.max(...days) : this.#today,
      weeks: weeksOf(all, this.#today),
      rise,
      incidents: counting
        .toSorted((a, b) => inOrder(b, a))
        .slice(0, MOST_NAMED)
        .map(({ id }) => id),
      items: subject.itemId === null ? [] : [subject.itemId],
      clientIds: [],
      strength: strengthOf(counting.length, learnt, rise ? RISING : 1),
    };
  }

  /** Those in as many days before the window as it has. */
  #before(days: readonly Day[]): readonly Day[] {
    const { windowDays } = this.#bars;
    return days.filter((day) => day <= this.#today - windowDays && day > this.#today - 2 * windowDays);
  }
}

function isOf({ axis, subject }: Group, one: Incident): boolean {
  if (axis === 'item') return one.itemId === subject.itemId;
  if (axis === 'words') return subject.words.every((word) => one.words.includes(word));
  return one.categoryId === subject.categoryId && one.serviceId === subject.serviceId;
}

const since = (members: readonly Incident[], { countsFrom }: Learnt): readonly Incident[] =>
  countsFrom === null ? members : members.filter(({ day }) => day >= countsFrom);

const reaches = (members: readonly Incident[], count: number, days: number): boolean =>
  members.length >= count && new Set(members.map(({ day }) => day)).size >= days;

const strengthOf = (counted: number, { bar }: Learnt, times = 1): number =>
  Math.round((times * counted * 100) / bar.needed) / 100;

function weeksOf(days: readonly Day[], today: Day): number[] {
  const weeks = Array.from({ length: WEEKS }, () => 0);
  for (const day of days) {
    const back = Math.floor((today - day) / 7);
    if (back >= 0 && back < WEEKS) weeks[back] = (weeks[back] ?? 0) + 1;
  }
  return weeks;
}
