import { RESOLUTION_CODES } from '#shared/vocabulary.ts';
import type { Lifecycle } from '../types.ts';
import { BY_REQUESTER, status, step } from './steps.ts';

const UNRESOLVED = ['new', 'triaged', 'assigned', 'in_progress', 'on_hold', 'reopened'];
const without = (...keys: string[]) => UNRESOLVED.filter((key) => !keys.includes(key));

/**
 * New → Triaged → Assigned → In Progress ⇄ On Hold → Resolved → Closed; Resolved → Reopened; any → Cancelled, Duplicate.
 * Desks skip steps all day, so every step forward may also be taken from further back.
 */
export const INCIDENT: Lifecycle = {
  initial: 'new',
  resolutionCodes: RESOLUTION_CODES,
  statuses: [
    status('new', 'New', 'new', 'Received'),
    status('triaged', 'Triaged', 'open', 'Received'),
    status('assigned', 'Assigned', 'open', 'With a technician'),
    status('in_progress', 'In Progress', 'open', 'Being worked on'),
    { ...status('on_hold', 'On Hold', 'waiting', 'Waiting'), hold: true },
    status('reopened', 'Reopened', 'open'),
    status('resolved', 'Resolved', 'resolved', 'Solved, please confirm'),
    status('closed', 'Closed', 'closed'),
    status('cancelled', 'Cancelled', 'cancelled'),
    status('duplicate', 'Duplicate', 'cancelled', 'Joined with another ticket'),
  ],
  transitions: [
    step('new', 'triaged', 'Triage'),
    step(['assigned', 'in_progress', 'on_hold', 'reopened'], 'triaged', 'Hand back to triage', {
      effects: ['clear_assignee'],
    }),
    step(without('assigned'), 'assigned', 'Assign', { guards: ['somebody_assigned'] }),
    step(without('in_progress', 'on_hold'), 'in_progress', 'Start work', { effects: ['assign_actor'] }),
    step('on_hold', 'in_progress', 'Resume', { effects: ['assign_actor'] }),
    step('on_hold', 'in_progress', 'Resume', {
      by: ['contact'],
      guards: ['requester', 'hold_is_for_client'],
      clientLabel: 'I have answered',
    }),
    step(without('on_hold'), 'on_hold', 'Put on hold', { requires: ['holdReason'] }),
    step('on_hold', 'on_hold', 'Wait for something else', { requires: ['holdReason'] }),
    step(UNRESOLVED, 'resolved', 'Resolve', { requires: ['resolutionCode'], guards: ['checklist_done'] }),
    step('resolved', 'closed', 'Close'),
    step('resolved', 'closed', 'Confirm', { ...BY_REQUESTER, clientLabel: 'Yes, it is solved' }),
    step(['resolved', 'closed'], 'reopened', 'Reopen', { requires: ['reason'], effects: ['count_reopen'] }),
    step(['resolved', 'closed'], 'reopened', 'Decline', {
      by: ['contact'],
      guards: ['requester', 'within_reopen_window'],
      requires: ['reason'],
      effects: ['count_reopen'],
      clientLabel: 'No, it is not solved',
    }),
    step(['cancelled', 'duplicate'], 'triaged', 'Restore', { requires: ['reason'] }),
    step('*', 'cancelled', 'Cancel', { requires: ['reason'] }),
    step('*', 'cancelled', 'Withdraw', {
      ...BY_REQUESTER,
      requires: ['reason'],
      clientLabel: 'I no longer need this',
    }),
    step('*', 'duplicate', 'Mark as duplicate', { requires: ['duplicateOfId'] }),
  ],
};
