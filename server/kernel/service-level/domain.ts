import { HOLD_REASONS, LEVELS, PRIORITIES, SOURCES, STATUS_CATEGORIES, TICKET_KINDS } from '#shared/vocabulary.ts';
import type { ConditionDomain } from '../conditions.ts';

/** The keys of the statuses of each kind of ticket. */
export type StatusesByKind = Readonly<Record<string, readonly string[]>>;

const BOTH = { values: [true, false] };

/** What the fields of tickets of some kinds can be, as far as it can be counted up. */
export function domainOf(kinds: readonly string[], statuses: StatusesByKind): ConditionDomain {
  const of = (some: readonly string[]) => [...new Set(some.flatMap((kind) => statuses[kind] ?? []))];
  return {
    'ticket.kind': { values: kinds, known: TICKET_KINDS },
    'ticket.status': { values: of(kinds), known: of(TICKET_KINDS) },
    'ticket.statusCategory': { values: STATUS_CATEGORIES },
    'ticket.holdReason': { values: [...HOLD_REASONS, null] },
    'ticket.priority': { values: PRIORITIES },
    'ticket.impact': { values: LEVELS },
    'ticket.urgency': { values: LEVELS },
    'ticket.source': { values: SOURCES },
    'ticket.assigned': BOTH,
    'ticket.answered': BOTH,
    'ticket.vip': BOTH,
  };
}
