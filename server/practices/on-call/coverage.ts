import { gapsBetween, type Shift, type Stretch, shiftsBetween, shiftsOfLayer } from '#kernel/on-call.ts';
import type { OnCallNow, ShiftsView, ShiftView } from '#shared/on-call.ts';
import type { Leave, StoredSchedule } from './store.ts';

/** How far a schedule is looked ahead for the end of a shift and for gaps. */
const AHEAD_MS = 14 * 86_400_000;

const instant = (ms: number) => new Date(ms).toISOString();
const said = ({ from, to }: Stretch) => ({ from: instant(from), to: instant(to) });

function view(shift: Shift, people: ReadonlyMap<string, string>): ShiftView {
  const { source, staffId } = shift;
  return {
    ...said(shift),
    staff: { id: staffId, name: people.get(staffId) ?? '' },
    source: {
      kind: source.kind,
      layer: source.kind === 'layer' ? source.index : null,
      overrideId: source.kind === 'override' ? source.id : null,
    },
  };
}

type People = ReadonlyMap<string, string>;

/** The shifts of a schedule between two instants, without those of people who have left. */
export function staffedShifts(schedule: StoredSchedule, people: People, from: number, to: number): Shift[] {
  return shiftsBetween(schedule, schedule.overrides, from, to).filter(({ staffId }) => people.has(staffId));
}

/** Who is on call between two instants, and where nobody is. */
export function coverOf(schedule: StoredSchedule, people: People, from: number, to: number) {
  const shifts = staffedShifts(schedule, people, from, to);
  return {
    shifts: shifts.map((shift) => ({
      ...said(shift),
      staff: { id: shift.staffId, name: people.get(shift.staffId) ?? '' },
    })),
    gaps: gapsBetween(shifts, from, to).map(said),
  };
}

/** Who is on call between two instants, where nobody is, who is away then, and each rotation as if it stood alone. */
export function coverage(
  schedule: StoredSchedule,
  people: People,
  leaves: readonly Leave[],
  from: number,
  to: number,
): ShiftsView {
  const shifts = staffedShifts(schedule, people, from, to);
  return {
    shifts: shifts.map((shift) => view(shift, people)),
    gaps: gapsBetween(shifts, from, to).map(said),
    onLeave: shifts.flatMap((shift) =>
      leaves
        .filter((leave) => leave.staffId === shift.staffId && leave.from < shift.to && leave.to > shift.from)
        .map((leave) => ({
          ...said({ from: Math.max(leave.from, shift.from), to: Math.min(leave.to, shift.to) }),
          staff: { id: shift.staffId, name: people.get(shift.staffId) ?? '' },
        })),
    ),
    layers: schedule.layers.map(({ name }, index) => ({
      name,
      shifts: shiftsOfLayer(schedule, index, from, to)
        .filter(({ staffId }) => people.has(staffId))
        .map((shift) => view(shift, people)),
    })),
  };
}

/** Who is on call at an instant and until when, and the next time that nobody is, both as far as two weeks tell. */
export function standing(
  schedule: StoredSchedule,
  people: People,
  now: string,
): { now: OnCallNow; nextGap: { from: string; to: string } | null } {
  const [from, to] = [Date.parse(now), Date.parse(now) + AHEAD_MS];
  const shifts = staffedShifts(schedule, people, from, to);
  const [gap] = gapsBetween(shifts, from, to);
  const first = shifts[0];
  const other = shifts.findIndex(
    ({ staffId, ...when }, index) =>
      index > 0 && (staffId !== first?.staffId || when.from > (shifts[index - 1]?.to ?? 0)),
  );
  const nextGap = gap ? said(gap) : null;
  if (!first || first.from > from) return { now: { staff: null, until: first ? instant(first.from) : null }, nextGap };
  const until = other > 0 ? (shifts[other - 1]?.to ?? to) : (shifts.at(-1)?.to ?? to);
  return {
    now: {
      staff: { id: first.staffId, name: people.get(first.staffId) ?? '' },
      until: until < to ? instant(until) : null,
    },
    nextGap,
  };
}
