import { isOpenAt } from '#kernel/calendar.ts';
import { type Random, randomOf } from '../random.ts';
import type { Case, Move, Scenario } from '../scenario/types.ts';
import type { ClientSpec } from '../world/client-spec.ts';
import { targetsOf } from '../world/groups.ts';
import { scenariosFor } from './arrivals.ts';
import { clusters } from './clusters.ts';
import { duplicates } from './duplicates.ts';
import { earlier, type Hours } from './hours.ts';
import { Load } from './load.ts';
import { type Telling, tell } from './ordinary.ts';
import { outage } from './outage.ts';
import { priorityOf } from './priority.ts';
import { isInHand } from './standing.ts';
import { type Bundle, iso, staff } from './story.ts';

const MINUTE = 60_000;
/** Shares of a ticket's age at which it is told anew where it would not be in hand. */
const LATER = [0.6, 0.35, 0.15];
/** Minutes that today's outage may have gone on for, the one that tells most first. */
const OUTAGE_AGO = [85, 70, 55, 40, 30, 20];
type Kind = (scenario: Scenario, one: Case) => boolean;

/** Tells today's tickets one by one, each so that it stands in a certain way at the end. */
class Day {
  readonly bundles: Bundle[] = [];
  readonly #clients: readonly ClientSpec[];
  readonly #awake: readonly ClientSpec[];
  readonly #endsAt: number;
  readonly #hours: Hours;
  readonly #load = new Load();

  constructor(clients: readonly ClientSpec[], endsAt: number, hours: Hours) {
    this.#clients = clients;
    this.#endsAt = endsAt;
    this.#hours = hours;
    const awake = clients.filter((client) => isOpenAt(hours.ofPeople(client), endsAt));
    // In the dead of night those who never close do all the writing.
    this.#awake = awake.length > 0 ? awake : clients.filter(({ hours: open }) => open === 'always');
  }

  /** So many that have just come from people who are at work, `ago` minutes before the end (from, to). */
  fresh(
    count: number,
    ago: readonly [number, number],
    kind: Kind,
    telling: (one: Case, random: Random) => Partial<Telling>,
  ): void {
    for (let index = 0; index < count; index++) {
      const { name, random } = this.#next();
      const client = this.#client(random);
      const { scenario, chosen } = this.#choose(client, kind, random);
      const at = this.#endsAt - random.between(ago[0] * MINUTE, ago[1] * MINUTE);
      this.#inHand(name, client, scenario, at, { chosen, drag: 1, ...telling(chosen, random) });
    }
  }

  /** So many tickets of a kind that came `ago` working minutes before the end (from, to), told as far as `telling` says. */
  some(
    count: number,
    ago: readonly [number, number],
    kind: Kind,
    telling: (one: Case, random: Random) => Partial<Telling>,
  ): void {
    for (let index = 0; index < count; index++) {
      const { name, random } = this.#next();
      // At any hour most of what is open is what the clients had in their own day.
      const client = random.weighted(this.#clients, ({ people }) => people + 2);
      const { scenario, chosen } = this.#choose(client, kind, random);
      const at = earlier(this.#hours.ofPeople(client), this.#endsAt, random.between(...ago));
      this.#inHand(name, client, scenario, at, { chosen, drag: 1, ...telling(chosen, random) });
    }
  }

  /** So many tickets of which this share of the time to a target (from, to) is used up at the end. */
  pressing(
    count: number,
    target: 'response' | 'resolution',
    used: readonly [number, number],
    telling: Partial<Telling>,
  ): void {
    for (let index = 0; index < count; index++) {
      const { name, random } = this.#next();
      const client = this.#client(random);
      const priority = ({ impact, urgency }: Scenario, one: Case) =>
        priorityOf(client, one.impact ?? impact, one.urgency ?? urgency, false);
      // What is most urgent is never let slip.
      const { scenario, chosen } = this.#choose(
        client,
        (one, its) => one.source === undefined && one.kind === 'incident' && priority(one, its) > 1,
        random,
      );
      const minutes = targetsOf(client.group, priority(scenario, chosen))[target];
      const share = random.between(used[0] * 100, used[1] * 100) / 100;
      const at = earlier(this.#hours.ofService(client), this.#endsAt, minutes * share);
      this.#tell(name, client, scenario, at, {
        chosen,
        wanted: ({ vip }) => !vip,
        source: 'email',
        drag: 0.2,
        ...telling,
      });
    }
  }

  /** Tickets that the coordinator gave to whoever set the installation up. */
  owners(count: number): void {
    for (let index = 0; index < count; index++) {
      const { name, random } = this.#next();
      const client = this.#client(random);
      const { scenario, chosen } = this.#choose(
        client,
        (one) => one.source === undefined && one.team === undefined,
        random,
      );
      const at = this.#endsAt - random.between(40 * MINUTE, 300 * MINUTE);
      const bundle = this.#inHand(name, client, scenario, at, {
        chosen,
        untouched: true,
        source: random.pick(['email', 'portal']),
      });
      const came = Date.parse(bundle.acts[0]?.at ?? '');
      const given = iso(Math.min(came + random.between(4 * MINUTE, 30 * MINUTE), this.#endsAt));
      bundle.acts.push({ at: given, who: staff('dana'), ticket: 0, do: 'assign', team: 'desk', person: 'owner' });
    }
  }

  #next(): { name: string; random: Random } {
    const name = `today ${this.bundles.length}`;
    return { name, random: randomOf(`${name} day`) };
  }

  #client(random: Random): ClientSpec {
    const pool = this.#awake.length > 0 && random.chance(0.9) ? this.#awake : this.#clients;
    return random.weighted(pool, ({ people }) => people + 2);
  }

  #choose(client: ClientSpec, kind: Kind, random: Random): { scenario: Scenario; chosen: Case } {
    const possible = scenariosFor(client).flatMap((scenario) =>
      scenario.cases.filter((one) => kind(scenario, one)).map((chosen) => ({ scenario, chosen })),
    );
    return random.weighted(
      possible,
      ({ scenario, chosen }) => (scenario.weight * (chosen.weight ?? 1)) / scenario.cases.length,
    );
  }

  /** The same, begun later or taken milder until it ends as on a desk that is run well. */
  #inHand(name: string, client: ClientSpec, scenario: Scenario, at: number, telling: Partial<Telling>): Bundle {
    const tries = [false, true].flatMap((milder) =>
      LATER.map((share) => ({ milder, at: this.#endsAt - (this.#endsAt - at) * share })),
    );
    let bundle = this.#one(name, client, scenario, at, telling);
    for (const { at: begun, milder } of tries) {
      if (isInHand(bundle, client, this.#hours, this.#endsAt)) break;
      bundle = this.#one(name, client, scenario, begun, { ...telling, milder });
    }
    return this.#keep(bundle, client);
  }

  #tell(name: string, client: ClientSpec, scenario: Scenario, at: number, telling: Partial<Telling>): Bundle {
    return this.#keep(this.#one(name, client, scenario, at, telling), client);
  }

  #one(name: string, client: ClientSpec, scenario: Scenario, at: number, telling: Partial<Telling>): Bundle {
    return tell(
      { name, client, scenario, at },
      { hours: this.#hours, until: this.#endsAt, load: this.#load, ...telling },
    );
  }

  #keep(bundle: Bundle, client: ClientSpec): Bundle {
    this.#load.add(bundle, client, this.#hours, this.#endsAt);
    this.bundles.push(bundle);
    return bundle;
  }
}

const people: Kind = ({ source }) => source === undefined;
const withHold =
  (reason: string): Kind =>
  (_, { moves }) =>
    moves.some((move) => move.do === 'hold' && move.reason === reason);
/** How many moves lead up to and with the first of a sort. */
const upTo = (moves: readonly Move[], is: (move: Move) => boolean) => moves.findIndex(is) + 1;
const written = (random: Random): Partial<Telling> => ({ source: random.pick(['email', 'email', 'portal']) });

/** What the desk looks like at the instant at which the sample ends: a working day, full, and in hand. */
export function today(clients: readonly ClientSpec[], endsAt: number, hours: Hours): Bundle[] {
  const share = Math.min(1, clients.length / 20);
  const some = (count: number) => Math.max(1, Math.round(count * share));
  const day = new Day(clients, endsAt, hours);
  day.fresh(some(13), [2, 75], people, (_, random) => ({ untouched: true, ...written(random) }));
  day.fresh(some(10), [15, 140], people, (_, random) => ({ moves: 0, ...written(random) }));
  day.some(some(16), [60, 420], people, ({ moves }, random) => ({
    moves: Math.min(random.between(1, 3), moves.length - 1),
  }));
  day.some(some(5), [300, 1500], people, () => ({}));
  for (const [reason, count] of [
    ['client', 9],
    ['vendor', 6],
    ['scheduled', 4],
  ] as const)
    day.some(some(count), [200, 1700], withHold(reason), ({ moves }) => ({
      moves: upTo(moves, (move) => move.do === 'hold' && move.reason === reason),
      drag: 0.5,
    }));
  day.some(
    some(3),
    [1500, 3000],
    (_, { relapse }) => relapse !== undefined,
    () => ({ reopened: true, drag: 0.3 }),
  );
  day.some(
    some(3),
    [40, 160],
    (_, { moves }) => moves.some((move) => move.do === 'escalate'),
    ({ moves }) => ({
      moves: upTo(moves, (move) => move.do === 'escalate'),
      drag: 0.4,
    }),
  );
  day.fresh(some(4), [10, 120], people, (_, random) => ({
    wanted: ({ vip }) => vip,
    moves: random.between(0, 1),
    drag: 0.3,
  }));
  day.pressing(some(6), 'resolution', [0.78, 0.97], { moves: 1 });
  day.pressing(some(3), 'response', [0.76, 0.95], { untouched: true });
  day.pressing(some(4), 'resolution', [1.05, 1.5], { moves: 1 });
  day.pressing(some(2), 'response', [1.2, 2.2], { untouched: true });
  day.owners(some(7));
  const busiest = clients.find(({ hours: open }) => open === 'always') ?? clients[0];
  return [
    ...day.bundles,
    ...clusters(clients, endsAt, hours),
    ...(busiest ? [inHandOutage(busiest, endsAt, hours)] : []),
    ...duplicates('duplicate today', some(2), clients, endsAt - 90 * MINUTE, hours, endsAt),
  ];
}

/** An outage that is being worked on: at some minute of its course it is in nobody's hands, so another is taken then. */
function inHandOutage(client: ClientSpec, endsAt: number, hours: Hours): Bundle {
  const told = OUTAGE_AGO.map((minutes) => outage('outage today', client, endsAt - minutes * MINUTE, hours, endsAt));
  return told.find((bundle) => isInHand(bundle, client, hours, endsAt)) ?? (told[0] as Bundle);
}
