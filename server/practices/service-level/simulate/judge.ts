import { addBusinessSeconds, type Calendar } from '#kernel/calendar.ts';
import { type Clock, consumedAt } from '#kernel/clock.ts';
import type { ConditionValues } from '#kernel/conditions.ts';
import { decidePriority, type Level, type PriorityRules } from '#kernel/priority.ts';
import type { Asking, PromisedTarget, Slot, TargetPromise, TicketFacts, TicketPromise } from '#kernel/service-level.ts';
import { applying, conditionValues, inOrder, promiseOf, step } from '#kernel/service-level.ts';
import { ALWAYS, buildCalendar, type CalendarTerms } from '../calendars.ts';
import type { History } from '../history.ts';
import { changeOf } from '../rebuild.ts';
import { hoursOf, placeOf, rulesOf, type World, type WorldClient, type WorldPolicy } from './world.ts';

/** How a clock came out. */
export type Judged = {
  readonly verdict: 'met' | 'breached' | 'open' | 'cancelled';
  readonly used: number;
  readonly target: number;
  readonly priority: number;
  /** When it was due, reckoned from when it ended; null while it waits. Asked for only where it matters, since there are many. */
  due(): string | null;
  /** The policy that promised it. */
  readonly source: string;
};

/** Judges tickets by a world; what it has found out once about a client it keeps. */
export class Judge {
  readonly #world: World;
  /** Whether priorities are decided anew, because the rules may differ. */
  readonly #prioritised: boolean;
  readonly #chains = new Map<string, WorldPolicy[]>();
  readonly #promises = new Map<string, Promise<TicketPromise>>();
  readonly #calendars = new Map<string, Calendar>();
  readonly #calendarKeys = new Map<string, Promise<string>>();

  constructor(world: World, options: { prioritised: boolean }) {
    this.#world = world;
    this.#prioritised = options.prioritised;
  }

  /** How a ticket's clocks would have come out, by their names. */
  async judge({ ticket, events }: History): Promise<Map<string, Judged>> {
    const client = this.#world.clients.get(ticket.client_id);
    if (!client) return new Map();
    const slots = new Map<string, Slot>();
    let promise: TicketPromise = {};
    let asked = '';
    let priority = ticket.priority;
    for (const happening of events) {
      if (happening.type === 'ticket.sla_at_risk' || happening.type === 'ticket.sla_breached') continue;
      const event = this.#prioritised ? this.#withPriorities(happening, ticket, client) : happening;
      priority = event.after.priority;
      const same = event.before === event.after;
      const key = same ? asked : askedBy(event.after);
      if (key !== asked) {
        promise = await this.#promise(event.after, client);
        asked = key;
      } else if (same && event.type !== 'ticket.replied' && !event.type.startsWith('ticket.sla_')) continue;
      const moment = changeOf(event, promise);
      if (!moment) continue;
      const asking: Asking = { values: (facts) => this.#values(facts, client), fault: () => {} };
      for (const { target, slot } of step(slots, moment, (id) => this.#calendar(id), asking)) slots.set(target, slot);
    }
    return this.#verdicts(slots, promise, priority);
  }

  #verdicts(slots: ReadonlyMap<string, Slot>, promise: TicketPromise, priority: number): Map<string, Judged> {
    const judged = new Map<string, Judged>();
    for (const [target, { clock }] of slots) {
      const used = consumedAt(clock, clock.stoppedAt ?? this.#world.now, (id) => this.#calendar(id));
      const late = clock.state === 'breached' || (clock.stoppedAt === null && used > clock.targetSeconds);
      const ended = clock.state === 'cancelled' ? 'cancelled' : 'met';
      const verdict = late ? 'breached' : clock.stoppedAt === null ? 'open' : ended;
      const source = promise[target]?.source ?? '';
      const due = () => this.#due(clock, used);
      judged.set(target, { verdict, used, target: clock.targetSeconds, priority, due, source });
    }
    return judged;
  }

  /** Of what ended in time: when it would have had to, had it gone on from there. */
  #due(clock: Clock, used: number): string | null {
    if (clock.stoppedAt === null || clock.state === 'breached') return clock.dueAt;
    const at = addBusinessSeconds(
      this.#calendar(clock.calendarId),
      Date.parse(clock.stoppedAt),
      Math.max(0, clock.targetSeconds - used),
    );
    return at === null ? null : new Date(at).toISOString();
  }

  #calendar(id: string): Calendar {
    const calendar = this.#calendars.get(id);
    if (!calendar) throw new Error(`The calendar ${id} was not made`);
    return calendar;
  }

  #withPriorities(event: History['events'][number], ticket: History['ticket'], client: WorldClient) {
    if (ticket.priority_why.rule === 'override') return event;
    const rules = rulesOf(this.#world, client);
    return {
      ...event,
      before: event.before && this.#prioritise(event.before, rules),
      after: this.#prioritise(event.after, rules),
    };
  }

  #prioritise(facts: TicketFacts, rules: PriorityRules): TicketFacts {
    const vip = facts.requester_id !== null && this.#world.names.vips.has(facts.requester_id);
    const inputs = { impact: facts.impact as Level, urgency: facts.urgency as Level, vip };
    return { ...facts, priority: decidePriority(inputs, rules).priority };
  }

  #chain(client: WorldClient): WorldPolicy[] {
    let chain = this.#chains.get(client.id);
    if (!chain) {
      chain = inOrder(
        this.#world.policies.filter(
          ({ clientId, groupId }) =>
            (clientId === null && groupId === null) ||
            clientId === client.id ||
            (groupId !== null && groupId === client.groupId),
        ),
      );
      this.#chains.set(client.id, chain);
    }
    return chain;
  }

  #values(facts: TicketFacts, client: WorldClient): ConditionValues {
    const { categories, teams, services, vips } = this.#world.names;
    const name = (of: ReadonlyMap<string, string>, id: string | null) => (id === null ? null : (of.get(id) ?? null));
    return conditionValues(facts, {
      category: name(categories, facts.category_id),
      team: name(teams, facts.team_id),
      service: name(services, facts.service_id),
      vip: facts.requester_id !== null && vips.has(facts.requester_id),
      client: {
        name: client.name,
        code: client.code,
        group: client.group,
        country: client.country,
        region: client.region,
      },
    });
  }

  #promise(facts: TicketFacts, client: WorldClient): Promise<TicketPromise> {
    const policies = applying(this.#chain(client), facts, () => this.#values(facts, client));
    const place = placeOf(this.#world, client, facts.site_id);
    const key = [client.id, place.timeZone, facts.priority, ...policies.map(({ policyId }) => policyId)].join(' ');
    let promise = this.#promises.get(key);
    if (!promise) {
      promise = this.#make(promiseOf(policies, facts.priority), client, facts.site_id);
      this.#promises.set(key, promise);
    }
    return promise;
  }

  async #make(
    promised: Record<string, PromisedTarget>,
    client: WorldClient,
    siteId: string | null,
  ): Promise<TicketPromise> {
    const made: Record<string, TargetPromise> = {};
    for (const [target, of] of Object.entries(promised))
      made[target] = {
        seconds: of.minutes * 60,
        calendarId: await this.#calendarKey(of.calendar, client, siteId),
        // What is done at a threshold changes no verdict.
        thresholds: [],
        rules: of.rules,
        source: of.from.name,
      };
    return made;
  }

  #hours(choice: string, client: WorldClient): CalendarTerms {
    const named = this.#world.calendars.get(choice);
    if (named) return named.terms;
    const hours = choice === 'service_hours' ? hoursOf(this.#world, client) : ALWAYS;
    return { ...hours, timeZone: null, holidays: null };
  }

  #calendarKey(choice: string, client: WorldClient, siteId: string | null): Promise<string> {
    const place = placeOf(this.#world, client, siteId);
    const { timeZone, holidays, ...hours } = this.#hours(choice, client);
    const there = {
      timeZone: timeZone ?? place.timeZone,
      ...(holidays ?? { country: place.country, region: place.region }),
    };
    const key = JSON.stringify([hours, there]);
    let made = this.#calendarKeys.get(key);
    if (!made) {
      made = buildCalendar(hours, there, Number(this.#world.now.slice(0, 4))).then((calendar) => {
        this.#calendars.set(key, calendar);
        return key;
      });
      this.#calendarKeys.set(key, made);
    }
    return made;
  }
}

/** What decides about a promise, as one text. */
function askedBy(facts: TicketFacts): string {
  const { priority, impact, urgency, service_id, category_id, team_id, requester_id, site_id, source, tags } = facts;
  return [priority, impact, urgency, service_id, category_id, team_id, requester_id, site_id, source, ...tags].join(
    '|',
  );
}
