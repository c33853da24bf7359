import type { Asking, Moment, TicketFacts, TicketPromise } from '#kernel/service-level.ts';
import { conditionValues, NO_RULES, replay } from '#kernel/service-level.ts';
import type { LogRow } from '../row.ts';
import { type State, stateFor } from '../states.ts';
import type { LogPolicy } from './policy.ts';

const CATEGORIES: Readonly<Record<string, string>> = {
  new: 'new',
  in_progress: 'open',
  reopened: 'open',
  on_hold: 'waiting',
  resolved: 'resolved',
  closed: 'closed',
};

/** Whether an incident kept a promise, by the engine that keeps the desk's own clocks; one still open is judged at its last row. */
export function keeps(rows: readonly LogRow[], policy: LogPolicy): boolean {
  const calendars = () => policy.calendar;
  const clock = replay(momentsOf(rows, policy), calendars, ASKING, rows.at(-1)?.at).get('resolution')?.clock;
  if (!clock) throw new Error(`${rows[0]?.ref} has no clock`);
  return clock.breachedAt === null;
}

/** What happened to an incident, row by row, as its clock sees it. */
function momentsOf(rows: readonly LogRow[], policy: LogPolicy): Moment[] {
  const promises = policy.minutes.map((minutes) => promiseOf(minutes, policy));
  const first = rows[0] as LogRow;
  let state: State = { status: 'new', hold: null };
  let facts = factsOf(state, first.priority ?? MODERATE, policy);
  const promise = () => promises[facts.priority - 1] as TicketPromise;
  const moments: Moment[] = [{ type: 'created', at: first.openedAt, by: '', after: facts, promise: promise() }];
  for (const row of rows) {
    const before = facts;
    state = stateFor(row.values.incident_state, state) ?? state;
    facts = factsOf(state, row.priority ?? before.priority, policy);
    moments.push({
      type: 'changed',
      at: row.at,
      by: row.values.sys_updated_by ?? '',
      before,
      after: facts,
      promise: promise(),
      answers: false,
      person: true,
      undone: false,
    });
  }
  return moments;
}

const MODERATE = 3;
const NOBODY_WAITS = { ...NO_RULES, pause: 'false' };

function promiseOf(minutes: number, { pauses, name }: LogPolicy): TicketPromise {
  const rules = pauses ? NO_RULES : NOBODY_WAITS;
  return { resolution: { seconds: minutes * 60, calendarId: name, thresholds: [], rules, source: name } };
}

function factsOf({ status, hold }: State, priority: number, { until }: LogPolicy): TicketFacts {
  // Where only closing ends the clock, what is resolved is still in work.
  const goesOn = until === 'closed' && status === 'resolved';
  return {
    kind: 'incident',
    status,
    status_category: goesOn ? 'open' : (CATEGORIES[status] ?? 'open'),
    hold_reason: hold,
    priority,
    impact: 2,
    urgency: 2,
    requester_id: null,
    team_id: null,
    assignee_id: null,
    category_id: null,
    service_id: null,
    site_id: null,
    source: 'import',
    tags: [],
    first_response_at: null,
    resolution_note: null,
  };
}

const ASKING: Asking = {
  values: (facts) =>
    conditionValues(facts, {
      category: null,
      team: null,
      service: null,
      vip: false,
      client: { name: '', code: '', group: null, country: '', region: '' },
    }),
  fault({ text, error }) {
    throw new Error(`${text}: ${error}`);
  },
};
