import { isDeepStrictEqual } from 'node:util';
import type { PriorityMatrix } from '#kernel/priority.ts';
import type { Source } from '#shared/vocabulary.ts';
import { type Column, CUSTOM, KEPT } from './columns.ts';
import type { Incident } from './incidents.ts';
import type { LogRow } from './row.ts';
import { isOver, type State, sourceFor, stateFor } from './states.ts';

/** Where an incident stood, by the log's own names; they become ids when it is written. */
export type Fields = {
  caller: string | null;
  location: string | null;
  category: string | null;
  subcategory: string | null;
  impact: number;
  urgency: number;
  /** Set where the log's priority is not the matrix's. */
  override: number | null;
  custom: Record<string, string>;
};

/** Everything the log says of an incident after one of its rows. */
export type At = State & {
  fields: Fields;
  team: string | null;
  person: string | null;
  reassignments: number;
  reopens: number;
  resolvedAt: string | null;
  resolver: string | null;
  closedAt: string | null;
  kept: Record<string, string | null>;
};

/** What one row of the log does here, by the commands that do it. A row that does nothing we know of is still told in the timeline. */
export type Step = {
  row: LogRow;
  /** 1 for the incident's first row. */
  index: number;
  after: At;
  changed: readonly (keyof Fields)[];
  isAssigned: boolean;
  isMoved: boolean;
  /** The log's own counts and instants changed, and no command that would bring them does anything. */
  hasMoreFacts: boolean;
  /** Columns without a place that said something new, by the log's names. */
  kept: Record<string, string | null>;
};

export type Plan = { title: string; source: Source; fields: Fields; steps: Step[]; kept: Record<string, string> };

const MEDIUM = 2;
const LONGEST_TITLE = 300;

/** Turns an incident's rows into what has to be done, each row compared with the one before. Pure. */
export function planIncident({ rows }: Incident, matrix: PriorityMatrix): Plan {
  const first = rows[0] as LogRow;
  const fields = fieldsOf(first, rows.length === 1, null, matrix);
  let at: At = {
    status: 'new',
    hold: null,
    fields,
    team: null,
    person: null,
    reassignments: 0,
    reopens: 0,
    resolvedAt: null,
    resolver: null,
    closedAt: null,
    kept: {},
  };
  const steps = rows.map((row, position) => {
    const isLast = position === rows.length - 1;
    const next = advance(at, row, isLast, matrix);
    const step = difference(at, next, row, position + 1);
    at = next;
    return step;
  });
  const kept = Object.fromEntries(Object.entries(at.kept).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return { title: titleOf(first), source: sourceFor(first.values.contact_type), fields, steps, kept };
}

/** The log has no text; what it says about the subject is the nearest to a title. */
function titleOf({ ref, values }: LogRow): string {
  const parts = [values.category, values.subcategory, values.u_symptom].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' · ').slice(0, LONGEST_TITLE) : `Incident ${ref}`;
}

function fieldsOf(row: LogRow, isLast: boolean, before: Fields | null, matrix: PriorityMatrix): Fields {
  const { values } = row;
  const impact = row.impact ?? before?.impact ?? MEDIUM;
  const urgency = row.urgency ?? before?.urgency ?? MEDIUM;
  const byMatrix = matrix[impact - 1]?.[urgency - 1];
  const custom = Object.entries(CUSTOM).flatMap(([column, { key }]) => {
    // The log joined the end's facts to each row; before the end nobody knew them.
    const value = column === 'closed_code' && !isLast ? null : values[column as Column];
    return value === null ? [] : [[key, value]];
  });
  return {
    caller: values.caller_id,
    location: values.location,
    category: values.category,
    subcategory: values.subcategory,
    impact,
    urgency,
    override: row.priority !== null && row.priority !== byMatrix ? row.priority : null,
    custom: Object.fromEntries(custom),
  };
}

function advance(at: At, row: LogRow, isLast: boolean, matrix: PriorityMatrix): At {
  const state = stateFor(row.values.incident_state, at) ?? { status: at.status, hold: at.hold };
  const kept: Record<string, string | null> = Object.fromEntries(KEPT.map((name) => [name, row.values[name]]));
  // A state that nobody knows changes nothing, and is told.
  if (stateFor(row.values.incident_state, at) === null) kept['incident_state'] = row.values.incident_state;
  const end = endOf(at, state, row, isLast);
  return {
    ...state,
    ...end,
    fields: fieldsOf(row, isLast, at.fields, matrix),
    team: row.values.assignment_group,
    person: row.values.assigned_to,
    reassignments: row.reassignments,
    reopens: row.reopens,
    kept,
  };
}

/**
 * When it was resolved and closed, as far as it was known then: the log's final instant counts from the row on that reaches it,
 * until then the row's own. On the last row the log has the last word, also where it does not know.
 */
function endOf(
  at: At,
  { status }: State,
  row: LogRow,
  isLast: boolean,
): Pick<At, 'resolvedAt' | 'resolver' | 'closedAt'> {
  if (!isOver(status)) return { resolvedAt: null, resolver: null, closedAt: null };
  const isKnown = isLast || (row.resolvedAt !== null && row.resolvedAt <= row.at);
  const closedAt = status !== 'closed' ? null : isLast ? (row.closedAt ?? row.at) : (at.closedAt ?? row.at);
  return isKnown
    ? { resolvedAt: row.resolvedAt, resolver: row.values.resolved_by, closedAt }
    : { resolvedAt: at.resolvedAt ?? row.at, resolver: null, closedAt };
}

function difference(before: At, after: At, row: LogRow, index: number): Step {
  const differs = (...facts: (keyof At)[]) => facts.some((fact) => before[fact] !== after[fact]);
  const isAssigned = differs('team', 'person');
  const isMoved = differs('status', 'hold');
  return {
    row,
    index,
    after,
    changed: changedKeys(before.fields, after.fields),
    isAssigned,
    isMoved,
    hasMoreFacts:
      (!isAssigned && differs('reassignments')) ||
      (!isMoved && differs('reopens', 'resolvedAt', 'resolver', 'closedAt')),
    kept: Object.fromEntries(changedKeys(before.kept, after.kept).map((name) => [name, after.kept[name] ?? null])),
  };
}

function changedKeys<T extends object>(before: T, after: T): (keyof T)[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof T)[]);
  return [...keys].filter((key) => !isDeepStrictEqual(before[key], after[key]));
}
