/** The fixed words of the desk. Statuses are data (lifecycles); everything here is what the program itself reasons with. */
export const TICKET_KINDS = ['incident', 'request', 'problem', 'change', 'task'] as const;
export type TicketKind = (typeof TICKET_KINDS)[number];

export const STATUS_CATEGORIES = ['new', 'open', 'waiting', 'resolved', 'closed', 'cancelled'] as const;
export type StatusCategory = (typeof STATUS_CATEGORIES)[number];

/** Whether a ticket of such a status is still to be worked on or waits for something. */
export const isOpenCategory = (category: string): boolean =>
  category === 'new' || category === 'open' || category === 'waiting';

export const HOLD_REASONS = ['client', 'vendor', 'change', 'problem', 'evidence', 'scheduled'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export const SOURCES = [
  'portal',
  'email',
  'phone',
  'chat',
  'monitoring',
  'api',
  'walk_in',
  'self_service',
  'import',
  'recurring',
  'staff',
] as const;
export type Source = (typeof SOURCES)[number];

export const RESOLUTION_CODES = [
  'fixed',
  'workaround',
  'user_guided',
  'no_fault_found',
  'duplicate',
  'vendor_fixed',
  'self_resolved',
  'not_reproducible',
  'other',
] as const;
export type ResolutionCode = (typeof RESOLUTION_CODES)[number];

/** Who called whom. */
export const CALL_DIRECTIONS = ['from_client', 'to_client'] as const;
export type CallDirection = (typeof CALL_DIRECTIONS)[number];

export const VISIBILITIES = ['public', 'internal'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Which tickets a client's person sees: those they asked for, their site's as well, or the whole company's. */
export const SEES = ['own', 'site', 'all'] as const;
export type Sees = (typeof SEES)[number];

export const LINK_KINDS = ['related', 'duplicates', 'blocks', 'caused_by'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** 1 high, 2 medium, 3 low. */
export const LEVELS = [1, 2, 3] as const;

/** How much a client or a service counts. */
export const IMPORTANCES = ['high', 'normal', 'low'] as const;
export type Importance = (typeof IMPORTANCES)[number];
/** 1 critical … 5 planning. */
export const PRIORITIES = [1, 2, 3, 4, 5] as const;

/** Counts stop here, and say so: 1000 is shown as "999+". */
export const COUNT_CAP = 1000;

export const FIELD_TYPES = ['text', 'number', 'boolean', 'date', 'choice', 'choices'] as const;
