import type { ClockSummary } from '#shared/ticket.ts';

/** How an SLA clock is drawn: how much of the ring is left, in what tone, and the seconds to or past the deadline. */
export type ClockFace = {
  tone: 'calm' | 'risk' | 'breached' | 'paused' | 'met' | 'missed' | 'none';
  /** 1 full, 0 empty. */
  left: number;
  /** Wall-clock seconds to the deadline, negative past it; business seconds while paused; null when stopped. */
  seconds: number | null;
};

const clamp = (value: number) => Math.min(1, Math.max(0, value));

/**
 * Reads a clock at an instant (ms). The ring follows the target's business seconds: it stands at what was unused when the
 * clock last started, and runs to empty at the deadline.
 */
export function clockFace(clock: ClockSummary, now: number): ClockFace {
  const unused = clamp(1 - clock.consumedSeconds / Math.max(1, clock.targetSeconds));
  if (clock.state === 'cancelled') return { tone: 'none', left: 0, seconds: null };
  if (clock.state === 'met') return { tone: 'met', left: 1, seconds: null };
  if (clock.state === 'paused') {
    return { tone: 'paused', left: unused, seconds: clock.targetSeconds - clock.consumedSeconds };
  }
  const due = clock.dueAt === null ? null : Date.parse(clock.dueAt);
  const seconds = due === null ? null : Math.round((due - now) / 1000);
  if (clock.stoppedAt !== null && clock.state === 'breached') return { tone: 'missed', left: 0, seconds: null };
  if (clock.state === 'breached' || (seconds !== null && seconds < 0)) return { tone: 'breached', left: 0, seconds };
  const since = clock.runningSince === null ? now : Date.parse(clock.runningSince);
  const left = due === null || due <= since ? unused : unused * clamp((due - now) / (due - since));
  const risky = clock.atRiskAt !== null && Date.parse(clock.atRiskAt) <= now;
  return { tone: risky ? 'risk' : 'calm', left, seconds };
}

const TARGETS: Readonly<Record<string, string>> = {
  first_response: 'First response',
  next_update: 'Next update',
  resolution: 'Resolution',
  vendor: 'Vendor',
};
/** What a clock measures, in words. */
export const targetName = (target: ClockSummary['target']): string => TARGETS[target] ?? 'Team’s part';

/** What the ring says in words, for those who do not see it. */
export function clockWords(face: ClockFace, target: ClockSummary['target'], time: string): string {
  const name = targetName(target);
  switch (face.tone) {
    case 'none':
      return `${name}: not measured`;
    case 'met':
      return `${name}: met`;
    case 'missed':
      return `${name}: missed`;
    case 'breached':
      return `${name}: overdue by ${time}`;
    case 'paused':
      return `${name}: paused with ${time} left`;
    case 'risk':
      return `${name}: at risk, ${time} left`;
    case 'calm':
      return `${name}: ${time} left`;
  }
}
