import { wallClock } from '#kernel/calendar.ts';
import { type Random, randomOf } from '../random.ts';
import type { Case, Scenario } from '../scenario/types.ts';
import type { ClientSpec } from '../world/client-spec.ts';
import type { ContactSpec } from '../world/contacts.ts';
import { type Cast, castFor, handlerFor, wordsFor } from './cast.ts';
import { Course } from './course.ts';
import { type Hours, later } from './hours.ts';
import type { Load } from './load.ts';
import { openingOf, type Source, sourceFor } from './opening.ts';
import { priorityOf } from './priority.ts';
import { type Act, type Bundle, iso, staff, system, type Who } from './story.ts';
import { fill } from './words.ts';

export type Arrival = { name: string; client: ClientSpec; scenario: Scenario; at: number };
export type Telling = {
  hours: Hours;
  until: number;
  /** Only this case. */
  chosen?: Case;
  source?: Source;
  /** Follows the case's moves only so far: 0 leaves it as it came in, without anybody. */
  moves?: number;
  /** The desk does not even hand it out. */
  untouched?: boolean;
  /** After the end the requester says that it is not solved, and there it stands. */
  reopened?: boolean;
  /** Who may have asked. */
  wanted?: (person: ContactSpec) => boolean;
  drag?: number;
  /** What everybody has already. */
  load?: Load | undefined;
  /** Told as what it could still have been, one step less urgent than it was. */
  milder?: boolean;
};

const DAY = 86_400_000;
/** Minutes until a new ticket is handed out, by priority. */
const TRIAGE: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 4],
  [2, 12],
  [4, 50],
  [10, 110],
  [15, 200],
];

/** Most tickets go as they should, some lie, a few lie long. */
const DRAG: readonly (readonly [number, number])[] = [
  [1, 74],
  [3, 17],
  [9, 7],
  [25, 2],
];

/** Tells one ticket from the moment it came in until it ends, or until the sample does. */
export function tell(arrival: Arrival, telling: Telling): Bundle {
  const { client, scenario } = arrival;
  const random = randomOf(arrival.name);
  const cast = castFor(client, scenario, random, telling.wanted);
  const meant = telling.chosen ?? random.weighted(scenario.cases, ({ weight = 1 }) => weight);
  const chosen: Case = telling.milder ? { ...meant, impact: 2, urgency: 2 } : meant;
  const base = { ...wordsFor(cast), time: clockBefore(arrival, random), day: dayBefore(arrival, random) };
  const words = withSlots(base, chosen, random);
  const source = telling.source ?? sourceFor(scenario, chosen, random);
  const taken =
    source === 'phone' && !telling.untouched
      ? handlerFor(
          cast,
          { at: arrival.at, load: telling.load, ...(scenario.language ? { language: scenario.language } : {}) },
          telling.hours,
          random,
        )
      : null;
  // A call is taken by somebody who is at work.
  const at = taken ? later(telling.hours.ofStaff(taken.person), arrival.at, 1) : arrival.at;
  const opening = openingOf(scenario, chosen, { cast, words, source, random, handler: taken });
  const priority = priorityOf(client, opening.impact, opening.urgency, !scenario.source && cast.requester.vip);
  const course = new Course(Math.min(at, telling.until), {
    scenario,
    cast,
    words,
    hours: telling.hours,
    random,
    priority,
    drag: telling.drag ?? random.weighted(DRAG, ([, weight]) => weight)[0],
    until: telling.until,
    load: telling.load,
  });
  const created: Act = {
    at: iso(course.at),
    who: creator(source, cast, taken?.person.key),
    ticket: 0,
    do: 'create',
    opening,
  };
  if (!telling.untouched) {
    if (taken) course.begunBy(taken);
    else course.triage(TRIAGE[priority] ?? [4, 50]);
    if (scenario.checklist) course.begin(scenario.checklist);
    if (telling.moves === undefined && random.chance(0.025)) withdraw(course, scenario, random);
    else {
      course.follow(chosen.moves.slice(0, telling.moves ?? chosen.moves.length));
      if (telling.reopened && chosen.relapse)
        course.follow([{ do: 'answer', text: chosen.relapse.says, after: [20, 90] }]);
      else if (telling.moves === undefined) end(course, chosen, scenario, random, telling);
    }
    course.settle();
  }
  return { name: arrival.name, client: client.code, acts: [created, ...course.acts] };
}

function creator(source: Source, { requester }: Cast, takenBy: string | undefined): Who {
  if (source === 'monitoring') return system('Monitoring');
  if (source === 'recurring') return system('Recurring tickets');
  if (takenBy) return staff(takenBy);
  return { kind: 'contact', client: requester.client, email: requester.email };
}

const NEVER_MIND = [
  'it works again, no idea why. Please leave it.',
  'found it myself, it was the cable.',
  'no longer needed, a colleague helped me.',
  'has sorted itself out over lunch.',
];

/** It goes away by itself before anybody does anything. */
function withdraw(course: Course, scenario: Scenario, random: Random): void {
  if (scenario.source || course.isCut) return;
  const to = scenario.kind === 'incident' ? 'cancelled' : 'withdrawn';
  const reason = scenario.kind === 'incident' ? random.pick(NEVER_MIND) : 'no longer needed';
  course.byRequester([20, 200], { do: 'move', step: { to, reason } });
}

/** How a resolved ticket ends: the requester declines, confirms, says nothing; or nobody is there to ask. */
function end(course: Course, chosen: Case, scenario: Scenario, random: Random, { until }: Telling): void {
  if (course.isCut) return;
  if (chosen.relapse && random.chance(0.2)) {
    course.follow([{ do: 'answer', text: chosen.relapse.says, after: [40, 1400] }, ...chosen.relapse.moves]);
    if (course.isCut) return;
  }
  if (scenario.source) {
    const person = course.handler?.person;
    if (person && random.chance(0.75)) course.by(person, [5, 240], { do: 'move', step: { to: 'closed' } });
  } else if (random.chance(0.42)) {
    course.byRequester([15, 900], { do: 'move', step: { to: 'closed' } });
    return;
  }
  const silent = course.at + 5 * DAY + random.between(20_000, 600_000);
  if (!course.isCut && course.acts.at(-1)?.do !== 'move' && silent <= until) course.bySystem(silent, { do: 'silence' });
}

function withSlots(base: Record<string, string>, { slots = {} }: Case, random: Random): Record<string, string> {
  const own = { ...base };
  for (const [name, values] of Object.entries(slots)) own[name] = fill(values, own, random);
  return own;
}

/** A time on the requester's wall clock, shortly before they wrote, such as 9:40. */
function clockBefore({ client, at }: Arrival, random: Random): string {
  const [hour, minute] = wallClock(client.timeZone, at - random.between(15, 80) * 60_000)
    .slice(11, 16)
    .split(':');
  return `${Number(hour)}:${String(Math.floor(Number(minute) / 5) * 5).padStart(2, '0')}`;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A working day shortly before, such as Tuesday. */
function dayBefore({ client, at }: Arrival, random: Random): string {
  for (;;) {
    const date = wallClock(client.timeZone, at - random.between(1, 4) * DAY).slice(0, 10);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday > 0 && weekday < 6) return WEEKDAYS[weekday] ?? '';
  }
}
