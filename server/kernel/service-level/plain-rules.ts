import type { TicketFacts } from './types.ts';

/** Rules as a policy writes them, and what they mean in plain code. */
export const RULES: Readonly<Record<string, (facts: TicketFacts) => boolean>> = {
  'ticket.status == "in_progress"': ({ status }) => status === 'in_progress',
  'ticket.statusCategory == "waiting"': ({ status_category }) => status_category === 'waiting',
  'ticket.holdReason == "client"': ({ hold_reason }) => hold_reason === 'client',
  'ticket.priority <= 2': ({ priority }) => priority <= 2,
  '"vip" in ticket.tags': ({ tags }) => tags.includes('vip'),
  'ticket.answered': ({ first_response_at }) => first_response_at !== null,
  'ticket.assigned': ({ assignee_id }) => assignee_id !== null,
};

/** Status, category, what it waits for, and whether something is said at the end; nothing is new again unless that is undone. */
export const STATES = [
  ['new', 'new', null, null],
  ['triaged', 'open', null, null],
  ['in_progress', 'open', null, null],
  ['on_hold', 'waiting', 'client', null],
  ['on_hold', 'waiting', 'vendor', null],
  ['on_hold', 'waiting', null, null],
  ['resolved', 'resolved', null, null],
  ['resolved', 'resolved', null, 'Mended.'],
  ['closed', 'closed', null, null],
  ['cancelled', 'cancelled', null, null],
  ['reopened', 'open', null, null],
] as const;
