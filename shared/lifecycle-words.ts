/** The words that a lifecycle is written in, for the program that reasons with them and the editor that offers them. */

/** `key` is a program that holds an API key. */
export const ACTOR_KINDS = ['staff', 'contact', 'system', 'key'] as const;

/** Fields that a transition may take along, and ask for. */
export const TRANSITION_FIELDS = [
  'assigneeId',
  'teamId',
  'holdReason',
  'holdUntil',
  'resolutionCode',
  'resolutionNote',
  'cause',
  'duplicateOfId',
  'reason',
] as const;

/** Facts of a ticket that a step may ask to be known; besides them `custom.KEY`, a field that the desk added. */
export const TICKET_FACTS = ['categoryId', 'serviceId'] as const;
export type TicketFact = (typeof TICKET_FACTS)[number];
const CUSTOM = 'custom.';

/** How a step asks for a field that the desk added. */
export const askCustom = (key: string): `custom.${string}` => `${CUSTOM}${key}`;
/** The key of such a field, or null for what is none. */
export const askedCustom = (asked: string): string | null =>
  asked.startsWith(CUSTOM) ? asked.slice(CUSTOM.length) : null;
/** Whether what a step asks for is to be known of the ticket, and so does not come along with the step. */
export const asksFact = (asked: string): boolean =>
  (TICKET_FACTS as readonly string[]).includes(asked) || askedCustom(asked) !== null;

/** `assign_actor`: whoever starts the work has it, unless somebody already does. */
export const EFFECTS = ['count_reopen', 'clear_assignee', 'assign_actor'] as const;

export const GUARDS = [
  'requester',
  'somebody_assigned',
  'hold_is_for_client',
  'within_reopen_window',
  'children_finished',
  'checklist_done',
  'time_recorded',
  'approvals_given',
  'tasks_done',
  'work_not_begun',
  'plans_written',
  'risk_assessed',
  'window_set',
  'no_collision',
  'in_window',
  'authorised',
  'decided_afterwards',
  'template_in_force',
  'work_finished',
  'review_written',
  'workaround_told',
] as const;

/** Guards that the practice answers whose kind of ticket it is; what is missing it says in a sentence. */
export const PRACTICE_GUARDS = [
  'plans_written',
  'risk_assessed',
  'window_set',
  'no_collision',
  'in_window',
  'authorised',
  'decided_afterwards',
  'template_in_force',
  'work_finished',
  'review_written',
  'workaround_told',
] as const satisfies readonly (typeof GUARDS)[number][];
export type PracticeGuard = (typeof PRACTICE_GUARDS)[number];
