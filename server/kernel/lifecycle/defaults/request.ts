import type { Lifecycle } from '../types.ts';
import { BY_REQUESTER, status, step } from './steps.ts';

const UNFULFILLED = ['draft', 'submitted', 'pending_approval', 'approved', 'fulfilling', 'on_hold'];
/** Until here whoever asked takes it back by themselves. */
const NOT_BEGUN = ['draft', 'submitted', 'pending_approval', 'approved'];

/**
 * Draft → Submitted → Pending Approval → Approved → Fulfilling ⇄ On Hold → Fulfilled → Closed, with Rejected and
 * Withdrawn. What needs no approval goes from Submitted straight to work.
 */
export const REQUEST: Lifecycle = {
  initial: 'submitted',
  resolutionCodes: ['fulfilled', 'partly_fulfilled', 'alternative_provided', 'other'],
  statuses: [
    status('draft', 'Draft', 'new'),
    status('submitted', 'Submitted', 'new', 'Received'),
    status('pending_approval', 'Pending Approval', 'waiting', 'Waiting for approval'),
    status('approved', 'Approved', 'open'),
    status('fulfilling', 'Fulfilling', 'open', 'Being worked on'),
    { ...status('on_hold', 'On Hold', 'waiting', 'Waiting'), hold: true },
    status('fulfilled', 'Fulfilled', 'resolved', 'Done, please confirm'),
    status('closed', 'Closed', 'closed'),
    status('rejected', 'Rejected', 'cancelled', 'Not approved'),
    status('withdrawn', 'Withdrawn', 'cancelled'),
    status('cancelled', 'Cancelled', 'cancelled'),
    status('duplicate', 'Duplicate', 'cancelled', 'Joined with another ticket'),
  ],
  transitions: [
    step('draft', 'submitted', 'Submit'),
    step('draft', 'submitted', 'Submit', { ...BY_REQUESTER, clientLabel: 'Send' }),
    step('submitted', 'draft', 'Back to draft'),
    step('submitted', 'draft', 'Back to draft', { ...BY_REQUESTER, clientLabel: 'Change it' }),
    step(['submitted', 'approved', 'fulfilling'], 'pending_approval', 'Ask for approval'),
    step(['submitted', 'pending_approval'], 'approved', 'Approve', { guards: ['approvals_given'] }),
    step('pending_approval', 'submitted', 'Ask for changes', { requires: ['reason'] }),
    step(['submitted', 'pending_approval'], 'rejected', 'Reject', { requires: ['reason'] }),
    step(['submitted', 'approved'], 'fulfilling', 'Start work', {
      guards: ['approvals_given'],
      effects: ['assign_actor'],
    }),
    step('on_hold', 'fulfilling', 'Resume', { effects: ['assign_actor'] }),
    step('on_hold', 'fulfilling', 'Resume', {
      by: ['contact'],
      guards: ['requester', 'hold_is_for_client'],
      clientLabel: 'I have answered',
    }),
    step(['submitted', 'approved', 'fulfilling'], 'on_hold', 'Put on hold', { requires: ['holdReason'] }),
    step('on_hold', 'on_hold', 'Wait for something else', { requires: ['holdReason'] }),
    step(['submitted', 'approved', 'fulfilling', 'on_hold'], 'fulfilled', 'Fulfil', {
      requires: ['resolutionCode'],
      guards: ['checklist_done', 'approvals_given', 'tasks_done'],
    }),
    step('fulfilled', 'closed', 'Close'),
    step('fulfilled', 'closed', 'Confirm', { ...BY_REQUESTER, clientLabel: 'Yes, all is there' }),
    step(['fulfilled', 'closed'], 'fulfilling', 'Reopen', { requires: ['reason'], effects: ['count_reopen'] }),
    step(['fulfilled', 'closed'], 'fulfilling', 'Decline', {
      by: ['contact'],
      guards: ['requester', 'within_reopen_window'],
      requires: ['reason'],
      effects: ['count_reopen'],
      clientLabel: 'No, something is missing',
    }),
    step(UNFULFILLED, 'withdrawn', 'Withdraw', { requires: ['reason'] }),
    step(NOT_BEGUN, 'withdrawn', 'Withdraw', {
      by: ['contact'],
      guards: ['requester', 'work_not_begun'],
      clientLabel: 'I no longer need this',
    }),
    step(['rejected', 'withdrawn', 'cancelled', 'duplicate'], 'submitted', 'Restore', { requires: ['reason'] }),
    step('*', 'cancelled', 'Cancel', { requires: ['reason'] }),
    step('*', 'duplicate', 'Mark as duplicate', { requires: ['duplicateOfId'] }),
  ],
};
