import type { Lifecycle } from '../types.ts';
import { step } from './steps.ts';

const BEFORE_IMPLEMENTATION = ['draft', 'assess', 'authorise', 'scheduled'];

/**
 * The normal change: Draft → Assess → Authorise → Scheduled → Implement → Review → Closed with an outcome;
 * Authorise → Rejected; Cancelled only before implementation, because after it something has been touched.
 */
export const CHANGE: Lifecycle = {
  kind: 'change',
  starts: ['draft'],
  resolutionCodes: ['successful', 'successful_with_issues', 'failed', 'backed_out'],
  statuses: [
    { key: 'draft', name: 'Draft', category: 'new', order: 10 },
    { key: 'assess', name: 'Assess', category: 'open', order: 20 },
    { key: 'authorise', name: 'Authorise', category: 'waiting', order: 30 },
    { key: 'scheduled', name: 'Scheduled', category: 'open', order: 40 },
    { key: 'implement', name: 'Implement', category: 'open', order: 50 },
    { key: 'review', name: 'Review', category: 'open', order: 60 },
    { key: 'closed', name: 'Closed', category: 'closed', order: 70 },
    { key: 'rejected', name: 'Rejected', category: 'cancelled', order: 80 },
    { key: 'cancelled', name: 'Cancelled', category: 'cancelled', order: 90 },
  ],
  transitions: [
    ...step('draft', 'assess', 'Send to assessment'),
    ...step(['assess', 'authorise', 'rejected'], 'draft', 'Back to draft', { requires: ['reason'] }),
    ...step('assess', 'authorise', 'Ask for authorisation'),
    ...step('authorise', 'assess', 'Ask for more', { requires: ['reason'] }),
    ...step('authorise', 'scheduled', 'Authorise'),
    ...step('authorise', 'rejected', 'Reject', { requires: ['reason'] }),
    ...step('scheduled', 'authorise', 'Authorise again', { requires: ['reason'] }),
    ...step('scheduled', 'implement', 'Start implementation', { effects: ['assign_actor'] }),
    ...step('implement', 'scheduled', 'Postpone', { requires: ['reason'] }),
    ...step('implement', 'review', 'Send to review'),
    ...step('review', 'implement', 'Implement again', { requires: ['reason'] }),
    ...step('review', 'closed', 'Close with outcome', { requires: ['resolutionCode', 'resolutionNote'] }),
    ...step('closed', 'review', 'Review again', { requires: ['reason'], effects: ['count_reopen'] }),
    ...step(BEFORE_IMPLEMENTATION, 'cancelled', 'Cancel', { requires: ['reason'] }),
    ...step('cancelled', 'draft', 'Restore', { requires: ['reason'] }),
  ],
};
