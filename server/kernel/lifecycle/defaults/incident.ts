import { RESOLUTION_CODES } from '#shared/vocabulary.ts';
import type { Lifecycle } from '../types.ts';
import { BY_REQUESTER, step } from './steps.ts';

const UNRESOLVED = ['new', 'triaged', 'assigned', 'in_progress', 'on_hold', 'reopened'];
const without = (...keys: string[]) => UNRESOLVED.filter((key) => !keys.includes(key));

/**
 * New → Triaged → Assigned → In Progress ⇄ On Hold → Resolved → Closed; Resolved → Reopened; any → Cancelled, Duplicate.
 * Desks skip steps all day, so every step forward may also be taken from further back.
 */
export const INCIDENT: Lifecycle = {
  kind: 'incident',
  starts: ['new'],
  resolutionCodes: RESOLUTION_CODES,
  statuses: [
    { key: 'new', name: 'New', category: 'new', order: 10, requesterName: 'Received' },
    { key: 'triaged', name: 'Triaged', category: 'open', order: 20, requesterName: 'Received' },
    { key: 'assigned', name: 'Assigned', category: 'open', order: 30, requesterName: 'With a technician' },
    { key: 'in_progress', name: 'In Progress', category: 'open', order: 40, requesterName: 'Being worked on' },
    { key: 'on_hold', name: 'On Hold', category: 'waiting', order: 50, hold: true, requesterName: 'Waiting' },
    { key: 'reopened', name: 'Reopened', category: 'open', order: 60 },
    { key: 'resolved', name: 'Resolved', category: 'resolved', order: 70, requesterName: 'Solved, please confirm' },
    { key: 'closed', name: 'Closed', category: 'closed', order: 80 },
    { key: 'cancelled', name: 'Cancelled', category: 'cancelled', order: 90 },
    {
      key: 'duplicate',
      name: 'Duplicate',
      category: 'cancelled',
      order: 100,
      requesterName: 'Joined with another ticket',
    },
  ],
  transitions: [
    ...step('new', 'triaged', 'Triage'),
    ...step(['assigned', 'in_progress', 'on_hold', 'reopened'], 'triaged', 'Hand back to triage', {
      effects: ['clear_assignee'],
    }),
    ...step(without('assigned'), 'assigned', 'Assign', { requires: ['assigneeId'] }),
    ...step(without('in_progress', 'on_hold'), 'in_progress', 'Start work', { effects: ['assign_actor'] }),
    ...step('on_hold', 'in_progress', 'Resume', { effects: ['assign_actor'] }),
    ...step('on_hold', 'in_progress', 'Resume', {
      actors: ['contact'],
      guards: ['requester', 'hold_is_for_client'],
      requesterLabel: 'I have answered',
    }),
    ...step(without('on_hold'), 'on_hold', 'Put on hold', { requires: ['holdReason'] }),
    ...step('on_hold', 'on_hold', 'Wait for something else', { requires: ['holdReason'] }),
    ...step(UNRESOLVED, 'resolved', 'Resolve', { requires: ['resolutionCode', 'resolutionNote'] }),
    ...step('resolved', 'closed', 'Close'),
    ...step('resolved', 'closed', 'Confirm', { ...BY_REQUESTER, requesterLabel: 'Yes, it is solved' }),
    ...step(['resolved', 'closed'], 'reopened', 'Reopen', { requires: ['reason'], effects: ['count_reopen'] }),
    ...step(['resolved', 'closed'], 'reopened', 'Decline', {
      actors: ['contact'],
      guards: ['requester', 'within_reopen_window'],
      requires: ['reason'],
      effects: ['count_reopen'],
      requesterLabel: 'No, it is not solved',
    }),
    ...step(['cancelled', 'duplicate'], 'triaged', 'Restore', { requires: ['reason'] }),
    ...step('*', 'cancelled', 'Cancel', { requires: ['reason'] }),
    ...step('*', 'cancelled', 'Withdraw', {
      ...BY_REQUESTER,
      requires: ['reason'],
      requesterLabel: 'I no longer need this',
    }),
    ...step('*', 'duplicate', 'Mark as duplicate', { requires: ['duplicateOfId'] }),
  ],
};
