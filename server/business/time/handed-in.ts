import type { Ctx } from '#platform/context/index.ts';
import type { TimePeriod } from '#shared/time.ts';

/** How much went along, and how much of it stays behind since something is missing. */
export type WentAlong = { readonly handed: number; readonly behind: number };
type Step = (ctx: Ctx, period: TimePeriod, to: 'submitted' | 'open') => Promise<WentAlong>;

const steps: Step[] = [];

/** What else is handed in with a person's timesheet, and taken back with it, in the same transaction. */
export function whenHandedIn(step: Step): void {
  steps.push(step);
}

/** Takes along what others have handed in with a timesheet. */
export async function handAlong(ctx: Ctx, period: TimePeriod, to: 'submitted' | 'open'): Promise<WentAlong> {
  let all: WentAlong = { handed: 0, behind: 0 };
  for (const step of steps) {
    const { handed, behind } = await step(ctx, period, to);
    all = { handed: all.handed + handed, behind: all.behind + behind };
  }
  return all;
}
