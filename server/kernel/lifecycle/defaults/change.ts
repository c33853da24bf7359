import type { Lifecycle } from '../types.ts';
import { status, step } from './steps.ts';

const BEFORE_IMPLEMENTATION = ['draft', 'assess', 'authorise', 'scheduled'];

/**
 * The normal change: Draft → Assess → Authorise → Scheduled → Implement → Review → Closed, with an outcome from the review on;
 * Authorise → Rejected; Cancelled only before implementation, because after it something has been touched.
 */
export const CHANGE: Lifecycle = {
  initial: 'draft',
  resolutionCodes: ['successful', 'successful_with_issues', 'failed', 'backed_out'],
  statuses: [
    status('draft', 'Draft', 'new'),
    status('assess', 'Assess', 'open'),
    status('authorise', 'Authorise', 'waiting'),
    status('scheduled', 'Scheduled', 'open'),
    status('implement', 'Implement', 'open'),
    status('review', 'Review', 'resolved'),
    status('closed', 'Closed', 'closed'),
    status('rejected', 'Rejected', 'cancelled'),
    status('cancelled', 'Cancelled', 'cancelled'),
  ],
  transitions: [
    step('draft', 'assess', 'Send to assessment'),
    step(['assess', 'authorise', 'rejected'], 'draft', 'Back to draft', { requires: ['reason'] }),
    step('assess', 'authorise', 'Ask for authorisation'),
    step('authorise', 'assess', 'Ask for more', { requires: ['reason'] }),
    step('authorise', 'scheduled', 'Authorise'),
    step('authorise', 'rejected', 'Reject', { requires: ['reason'] }),
    step('scheduled', 'authorise', 'Authorise again', { requires: ['reason'] }),
    step('scheduled', 'implement', 'Start implementation', { effects: ['assign_actor'] }),
    step('implement', 'scheduled', 'Postpone', { requires: ['reason'] }),
    step('implement', 'review', 'Send to review', { requires: ['resolutionCode'] }),
    step('review', 'implement', 'Implement again', { requires: ['reason'], effects: ['count_reopen'] }),
    step('review', 'closed', 'Close', { requires: ['resolutionCode'] }),
    step('closed', 'review', 'Review again', { requires: ['reason'] }),
    step(BEFORE_IMPLEMENTATION, 'cancelled', 'Cancel', { requires: ['reason'] }),
    step('cancelled', 'draft', 'Restore', { requires: ['reason'] }),
  ],
};
