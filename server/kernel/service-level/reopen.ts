import type { Moment, Slot } from './moment.ts';
import { isOpen } from './natures.ts';
import type { Asking } from './rules.ts';
import { ruled } from './rules.ts';
import type { ClockRules, TicketFacts } from './types.ts';

type Changed = Moment & { type: 'changed' };

/** An end that leaves whoever asked without an answer neither keeps nor misses the promise of one. */
export function withoutAWord({ requester_id, first_response_at, resolution_note }: TicketFacts): boolean {
  return requester_id !== null && first_response_at === null && !resolution_note?.trim();
}

export const withVendor = (facts: TicketFacts): boolean =>
  facts.status_category === 'waiting' && facts.hold_reason === 'vendor';

/**
 * Whether a clock that was over is owed again: the ticket opens again, what ended the clock is no longer so, or it is promised
 * again after it was not.
 */
export function isOwedAgain(target: string, rules: ClockRules, slot: Slot, moment: Changed, asking: Asking): boolean {
  const { before, after } = moment;
  if (!isOpen(after) || ruled(rules, 'stop', after, asking) || ruled(rules, 'cancel', after, asking)) return false;
  if (ruled(rules, 'stop', before, asking)) return true;
  if (rules.stop === null && target === 'vendor')
    return withVendor(after) && (rules.cancel === null || !withVendor(before));
  if (rules.stop === null && target === 'first_response') return isUnansweredAgain(rules, slot, moment);
  // While the ticket is open, nothing else than a rule or a promise taken back ends these.
  return !isOpen(before) || (rules.stop === null && rules.cancel === null);
}

/** A first response that was given stays given, unless that is undone; one that ended without a word is still owed. */
function isUnansweredAgain(rules: ClockRules, { clock }: Slot, { before, after, undone }: Changed): boolean {
  const [from, to] = [before.status_category, after.status_category];
  // Where nobody asked, that somebody works on it is the response; an end that is undone was none.
  const takenUp = after.requester_id === null && to !== 'new' && !(undone && clock.state === 'cancelled');
  if (after.first_response_at !== null || takenUp) return false;
  if (isOpen(before) && clock.state === 'cancelled' && rules.cancel === null) return true;
  const takenBack = undone && before.first_response_at !== null;
  const opens = !isOpen(before) || (to === 'new' && from !== 'new') || takenBack;
  // One that is missed does not say how it ended; the ticket does.
  const silent = clock.state === 'cancelled' || (clock.state === 'breached' && withoutAWord(before));
  return opens && (undone || silent);
}
