import type { Period, PeriodTime } from '#kernel/change-schedule.ts';
import type { Recurrence } from '#shared/recurrence.ts';

export type PeriodRow = {
  id: string;
  client_id: string | null;
  group_id: string | null;
  kind: Period['kind'];
  name: string;
  note: string;
  from_at: string | null;
  until_at: string | null;
  recurrence: Recurrence | null;
  minutes: number | null;
  time_zone: string;
  service_ids: string[];
  version: number;
};

/** When a period is, as the kernel reads it. */
export function timeOf(
  row: Pick<PeriodRow, 'from_at' | 'until_at' | 'recurrence' | 'minutes' | 'time_zone'>,
): PeriodTime {
  const { from_at, until_at, recurrence, minutes, time_zone } = row;
  if (recurrence !== null) return { kind: 'recurring', rule: recurrence, minutes: minutes ?? 0, timeZone: time_zone };
  return { kind: 'once', from: Date.parse(from_at ?? ''), to: Date.parse(until_at ?? '') };
}
