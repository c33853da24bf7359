import type { WaitCause } from '#shared/value-stream-words.ts';
import type { Standing, StreamStep } from './types.ts';

const HELD: Readonly<Record<string, WaitCause>> = { client: 'client', vendor: 'vendor', scheduled: 'scheduled' };

/**
 * Why nobody works on a ticket as it stands; null where somebody has it in work. A status that waits and names no reason to hold is one
 * of approval: all others ask for the reason.
 */
export function causeOf(step: StreamStep, { category, holdReason, assigned }: Standing): WaitCause | null {
  if (category === 'waiting') return holdReason === null ? 'decision' : (HELD[holdReason] ?? 'other');
  if (!assigned) return 'queue';
  if (step.idle) return 'scheduled';
  return category === 'new' ? 'not_begun' : null;
}
