export const MEETING_STATES = ['planned', 'running', 'closed', 'cancelled'] as const;
/** Why a change is on the agenda: a decision waits, an emergency or a failed one is to be looked at. */
export const AGENDA_REASONS = ['decide', 'afterwards', 'failed'] as const;
export const AGENDA_OUTCOMES = ['approved', 'rejected', 'deferred', 'noted'] as const;
