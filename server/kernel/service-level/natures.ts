import type { Asking } from './rules.ts';
import { ruled } from './rules.ts';
import type { ClockRules, TicketFacts } from './types.ts';

/** How a target behaves by itself, seen from the ticket as it is. */
type Nature = {
  /** Whether there is something to be kept now, so that its clock begins. */
  begins(facts: TicketFacts): boolean;
  /** Why it does not count now, or null. */
  waits(facts: TicketFacts): string | null;
};

export const isOver = (category: string): boolean => category === 'resolved' || category === 'closed';
export const isOpen = ({ status_category }: TicketFacts): boolean =>
  !isOver(status_category) && status_category !== 'cancelled';
const onHold = ({ status_category, hold_reason, status }: TicketFacts): string | null =>
  status_category === 'waiting' ? (hold_reason ?? status) : null;

const NATURES: Readonly<Record<string, Nature>> = {
  first_response: { begins: ({ first_response_at }) => first_response_at === null, waits: () => null },
  resolution: { begins: () => true, waits: onHold },
  // From each answer to the next. Only who waits for the client itself owes it no news.
  next_update: {
    begins: (facts) => facts.first_response_at !== null && isOpen(facts),
    waits: (facts) => (onHold(facts) === 'client' ? 'client' : null),
  },
  // As long as the ticket waits for a vendor.
  vendor: {
    begins: (facts) => onHold(facts) === 'vendor',
    waits: (facts) => (onHold(facts) === 'vendor' || !isOpen(facts) ? null : 'not with the vendor'),
  },
};

/** What one team owes the others while it has the ticket. */
const ola = (teamId: string): Nature => ({
  begins: (facts) => facts.team_id === teamId && isOpen(facts),
  waits: (facts) => (facts.team_id === teamId ? onHold(facts) : 'with another team'),
});

function natureOf(target: string): Nature {
  const nature = target.startsWith('ola:') ? ola(target.slice(4)) : NATURES[target];
  if (!nature) throw new Error(`There is no target "${target}"`);
  return nature;
}

/** Whether a target's clock begins with the ticket as it is now: by its nature, or as a rule says. */
export function begins(target: string, rules: ClockRules, facts: TicketFacts, asking: Asking): boolean {
  // A response that was given is not owed, whatever the rule that starts it.
  const given = target === 'first_response' && facts.first_response_at !== null;
  const stopped = (ruled(rules, 'stop', facts, asking) ?? given) || ruled(rules, 'cancel', facts, asking);
  return !stopped && (ruled(rules, 'start', facts, asking) ?? natureOf(target).begins(facts));
}

/** Why a clock does not count: in a word, and as it is told. */
export type Wait = { readonly reason: string; readonly why: string };

/** Why a target's clock does not count now, or null: by its nature, or as a rule says. */
export function waits(target: string, rules: ClockRules, facts: TicketFacts, asking: Asking): Wait | null {
  const rule = ruled(rules, 'pause', facts, asking);
  const stands = facts.hold_reason ?? facts.status;
  if (rule) return { reason: stands, why: `a condition of the policy pauses it (${stands})` };
  const reason = rule === undefined ? natureOf(target).waits(facts) : null;
  return reason === null ? null : { reason, why: reason === facts.hold_reason ? `waits for ${reason}` : reason };
}
