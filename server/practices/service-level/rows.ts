import type { Selectable } from 'kysely';
import type { Clock, ClockEvent } from '#kernel/clock.ts';
import type { Slot } from '#kernel/service-level.ts';
import type { Tables } from '#platform/database/index.ts';

export type ClockRow = Selectable<Tables['ticket_clocks']>;

/** A stored stopwatch as the kernel reasons about it. */
export function clockOf(row: ClockRow): Clock {
  return {
    target: row.target,
    targetSeconds: row.target_seconds,
    calendarId: row.calendar_id,
    thresholds: row.thresholds,
    state: row.state as Clock['state'],
    startedAt: row.started_at,
    consumedSeconds: row.consumed_seconds,
    runningSince: row.running_since,
    pauseReason: row.pause_reason,
    dueAt: row.due_at,
    breachedAt: row.breached_at,
    stoppedAt: row.stopped_at,
    passedPercent: row.passed_percent,
    nextThreshold:
      row.next_threshold_at === null || row.next_percent === null
        ? null
        : { percent: row.next_percent, at: row.next_threshold_at },
    changedAt: row.changed_at,
  };
}

/** The same with what people did to it by hand. */
export function slotOf(row: ClockRow): Slot {
  return { clock: clockOf(row), held: row.held, override: row.override_seconds };
}

/** The columns of a clock, in the order in which `WRITE_COLUMNS` names them. */
export function columnsOf({ clock, held, override }: Slot, source: string, history: readonly ClockEvent[]): unknown[] {
  return [
    clock.state,
    clock.targetSeconds,
    clock.calendarId,
    clock.thresholds,
    clock.startedAt,
    clock.consumedSeconds,
    clock.runningSince,
    clock.pauseReason,
    clock.dueAt,
    clock.breachedAt,
    clock.stoppedAt,
    clock.passedPercent,
    clock.nextThreshold?.percent ?? null,
    clock.nextThreshold?.at ?? null,
    clock.changedAt,
    held,
    override,
    source,
    JSON.stringify(history),
  ];
}

export const WRITE_COLUMNS = [
  'state',
  'target_seconds',
  'calendar_id',
  'thresholds',
  'started_at',
  'consumed_seconds',
  'running_since',
  'pause_reason',
  'due_at',
  'breached_at',
  'stopped_at',
  'passed_percent',
  'next_percent',
  'next_threshold_at',
  'changed_at',
  'held',
  'override_seconds',
  'source',
  'history',
] as const;
