import type { Lifecycle } from '../types.ts';
import { BY_REQUESTER, step } from './steps.ts';

const UNFULFILLED = ['draft', 'submitted', 'pending_approval', 'approved', 'fulfilling', 'on_hold'];

/**
 * Draft → Submitted → Pending Approval → Approved → Fulfilling ⇄ On Hold → Fulfilled → Closed, with Rejected and
 * Withdrawn. What needs no approval goes from Submitted straight to work.
 */
export const REQUEST: Lifecycle = {
  kind: 'request',
  starts: ['submitted', 'draft'],
  resolutionCodes: ['fulfilled', 'partly_fulfilled', 'alternative_provided', 'other'],
  statuses: [
    { key: 'draft', name: 'Draft', category: 'new', order: 10 },
    { key: 'submitted', name: 'Submitted', category: 'new', order: 20, requesterName: 'Received' },
    {
      key: 'pending_approval',
      name: 'Pending Approval',
      category: 'waiting',
      order: 30,
      requesterName: 'Waiting for approval',
    },
    { key: 'approved', name: 'Approved', category: 'open', order: 40 },
    { key: 'fulfilling', name: 'Fulfilling', category: 'open', order: 50, requesterName: 'Being worked on' },
    { key: 'on_hold', name: 'On Hold', category: 'waiting', order: 60, hold: true, requesterName: 'Waiting' },
    { key: 'fulfilled', name: 'Fulfilled', category: 'resolved', order: 70, requesterName: 'Done, please confirm' },
    { key: 'closed', name: 'Closed', category: 'closed', order: 80 },
    { key: 'rejected', name: 'Rejected', category: 'cancelled', order: 90, requesterName: 'Not approved' },
    { key: 'withdrawn', name: 'Withdrawn', category: 'cancelled', order: 100 },
    { key: 'cancelled', name: 'Cancelled', category: 'cancelled', order: 110 },
    {
      key: 'duplicate',
      name: 'Duplicate',
      category: 'cancelled',
      order: 120,
      requesterName: 'Joined with another ticket',
    },
  ],
  transitions: [
    ...step('draft', 'submitted', 'Submit'),
    ...step('draft', 'submitted', 'Submit', { ...BY_REQUESTER, requesterLabel: 'Send' }),
    ...step('submitted', 'pending_approval', 'Ask for approval'),
    ...step(['submitted', 'pending_approval'], 'approved', 'Approve'),
    ...step('pending_approval', 'submitted', 'Ask for changes', { requires: ['reason'] }),
    ...step(['submitted', 'pending_approval'], 'rejected', 'Reject', { requires: ['reason'] }),
    ...step(['submitted', 'approved'], 'fulfilling', 'Start work', { effects: ['assign_actor'] }),
    ...step('on_hold', 'fulfilling', 'Resume', { effects: ['assign_actor'] }),
    ...step('on_hold', 'fulfilling', 'Resume', {
      actors: ['contact'],
      guards: ['requester', 'hold_is_for_client'],
      requesterLabel: 'I have answered',
    }),
    ...step(['submitted', 'approved', 'fulfilling'], 'on_hold', 'Put on hold', { requires: ['holdReason'] }),
    ...step('on_hold', 'on_hold', 'Wait for something else', { requires: ['holdReason'] }),
    ...step(['submitted', 'approved', 'fulfilling', 'on_hold'], 'fulfilled', 'Fulfil', {
      requires: ['resolutionCode', 'resolutionNote'],
    }),
    ...step('fulfilled', 'closed', 'Close'),
    ...step('fulfilled', 'closed', 'Confirm', { ...BY_REQUESTER, requesterLabel: 'Yes, all is there' }),
    ...step(['fulfilled', 'closed'], 'fulfilling', 'Reopen', { requires: ['reason'], effects: ['count_reopen'] }),
    ...step(['fulfilled', 'closed'], 'fulfilling', 'Decline', {
      actors: ['contact'],
      guards: ['requester', 'within_reopen_window'],
      requires: ['reason'],
      effects: ['count_reopen'],
      requesterLabel: 'No, something is missing',
    }),
    ...step(UNFULFILLED, 'withdrawn', 'Withdraw', { requires: ['reason'] }),
    ...step(UNFULFILLED, 'withdrawn', 'Withdraw', {
      ...BY_REQUESTER,
      requires: ['reason'],
      requesterLabel: 'I no longer need this',
    }),
    ...step(['rejected', 'withdrawn', 'cancelled', 'duplicate'], 'submitted', 'Restore', { requires: ['reason'] }),
    ...step('*', 'cancelled', 'Cancel', { requires: ['reason'] }),
    ...step('*', 'duplicate', 'Mark as duplicate', { requires: ['duplicateOfId'] }),
  ],
};
