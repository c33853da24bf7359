import type { CalendarSource } from '../clock/types.ts';
import type { Act, Book, Story } from './arbitrary.ts';
import { PRIORITIES, TARGETS } from './arbitrary.ts';
import { conditionValues } from './conditions.ts';
import { NO_RULES } from './defaults.ts';
import type { Moment } from './moment.ts';
import type { World } from './oracle.ts';
import { RULES, STATES } from './plain-rules.ts';
import type { Asking } from './rules.ts';
import { HORIZON, type Stage } from './stage.ts';
import type { TicketFacts, TicketPromise } from './types.ts';

const MINUTE = 60_000;

/** A story as the engine hears it, and the world that the walk looks at. */
export type Scene = {
  readonly moments: readonly Moment[];
  readonly calendars: CalendarSource;
  readonly world: World;
  readonly asking: Asking;
  readonly now: number;
};

export function sceneOf(stage: Stage, { week, calendars, books, asked, first, steps, rest }: Story): Scene {
  const begin = stage.begin(week) / MINUTE;
  const promises = books.map((one) => Array.from({ length: PRIORITIES }, (_, priority) => promiseIn(one, priority)));
  let facts: TicketFacts = {
    ...NEW,
    requester_id: asked ? 'somebody' : null,
    priority: first.priority + 1,
    team_id: first.team,
    ...stateIn(first.status, NEW),
  };
  let undoable: TicketFacts | null = null;
  let [minute, inForce] = [begin, 0];
  const promise = () => promises[inForce]?.[facts.priority - 1] ?? {};
  const iso = () => new Date(minute * MINUTE).toISOString();
  const moments: Moment[] = [{ type: 'created', at: iso(), by: 'Ada', after: facts, promise: promise() }];
  for (const { gap, told } of steps) {
    minute += gap;
    const happened = { at: iso(), by: 'Ada' };
    if (told.type === 'acts') {
      const before = facts;
      const has = (type: Act['type']) => told.acts.some((one) => one.type === type);
      const undone = undoable !== null && told.acts[0]?.type === 'undo';
      if (undone && undoable) {
        // What was said too, as long as its mail has not gone out.
        facts = undoable;
        undoable = null;
      } else {
        for (const one of told.acts) {
          if (one.type === 'book') inForce = one.to;
          facts = acted(facts, one, happened.at);
        }
        undoable = before;
      }
      const says = !undone && (has('reply') || has('answer'));
      moments.push({
        ...happened,
        type: 'changed',
        before,
        after: facts,
        promise: promise(),
        answers: says,
        person: !has('program'),
        undone,
      });
    } else {
      const at = { ...happened, after: facts, promise: promise(), target: TARGETS[told.target] as string };
      if (told.type === 'overridden')
        moments.push({ ...at, type: 'overridden', seconds: told.minutes && told.minutes * 60, reason: 'agreed' });
      else if (told.type === 'held') moments.push({ ...at, type: 'held', reason: 'agreed' });
      else if (told.type === 'released') moments.push({ ...at, type: 'released' });
      else moments.push({ ...at, type: 'passed', percents: [50] });
    }
  }
  return {
    moments,
    calendars: (id) => stage.calendar(week, calendars[Number(id)] ?? 0),
    world: {
      isOpen: (id, at) => stage.openMinutes(week, calendars[Number(id)] ?? 0)[at - begin] === 1,
      says: (rule, of) => RULES[rule]?.(of) ?? false,
      end: begin + HORIZON,
    },
    asking: {
      values: (of) => conditionValues(of, AROUND),
      fault: ({ text, error }) => {
        throw new Error(`${text}: ${error}`);
      },
    },
    now: minute + rest,
  };
}

export const NEW: TicketFacts = {
  kind: 'incident',
  status: 'new',
  status_category: 'new',
  hold_reason: null,
  priority: 3,
  impact: 2,
  urgency: 2,
  requester_id: null,
  team_id: null,
  assignee_id: null,
  category_id: null,
  service_id: null,
  site_id: null,
  source: 'portal',
  tags: [],
  first_response_at: null,
  resolution_note: null,
};
export const AROUND = {
  category: null,
  team: null,
  vip: false,
  client: { name: 'Acme', code: 'ACME', group: null, country: 'GB', region: '' },
  service: null,
};

function stateIn(index: number, { resolution_note }: TicketFacts) {
  const [status, status_category, hold_reason, note] = STATES[index] ?? STATES[0];
  return { status, status_category, hold_reason, resolution_note: note ?? resolution_note };
}

function acted(facts: TicketFacts, act: Act, at: string): TicketFacts {
  switch (act.type) {
    case 'status':
      return { ...facts, ...stateIn(act.to, facts) };
    case 'priority':
      return { ...facts, priority: act.to + 1 };
    case 'team':
      return { ...facts, team_id: act.to };
    case 'reply':
      return { ...facts, first_response_at: facts.first_response_at ?? at };
    case 'vip':
      return { ...facts, tags: facts.tags.length > 0 ? [] : ['vip'] };
    case 'assign':
      return { ...facts, assignee_id: facts.assignee_id === null ? 'ada' : null };
    default:
      return facts;
  }
}

function promiseIn({ cells, calendars, rules }: Book, priority: number): TicketPromise {
  const promised: Record<string, TicketPromise[string]> = {};
  TARGETS.forEach((name, index) => {
    const cell = cells[index * PRIORITIES + priority];
    if (!cell) return;
    promised[name] = {
      seconds: cell * 60,
      calendarId: String(calendars[index]),
      thresholds: [{ percent: 75, actions: [] }],
      rules: rules?.of === index ? rules.rules : NO_RULES,
      source: 'P',
    };
  });
  return promised;
}
