import type { Lifecycle } from '../types.ts';
import { status, step } from './steps.ts';

/** New → In Progress ⇄ On Hold → Done → Closed: a piece of work that nobody outside has to confirm. */
export const TASK: Lifecycle = {
  initial: 'new',
  resolutionCodes: ['done', 'not_needed', 'other'],
  statuses: [
    status('new', 'New', 'new'),
    status('in_progress', 'In Progress', 'open'),
    { ...status('on_hold', 'On Hold', 'waiting'), hold: true },
    status('done', 'Done', 'resolved'),
    status('closed', 'Closed', 'closed'),
    status('cancelled', 'Cancelled', 'cancelled'),
    status('duplicate', 'Duplicate', 'cancelled'),
  ],
  transitions: [
    step('new', 'in_progress', 'Start work', { effects: ['assign_actor'] }),
    step('on_hold', 'in_progress', 'Resume', { effects: ['assign_actor'] }),
    step(['new', 'in_progress'], 'on_hold', 'Put on hold', { requires: ['holdReason'] }),
    step('on_hold', 'on_hold', 'Wait for something else', { requires: ['holdReason'] }),
    step(['new', 'in_progress', 'on_hold'], 'done', 'Done', { guards: ['checklist_done'] }),
    step('done', 'closed', 'Close'),
    step(['done', 'closed'], 'in_progress', 'Reopen', { requires: ['reason'], effects: ['count_reopen'] }),
    step(['cancelled', 'duplicate'], 'new', 'Restore', { requires: ['reason'] }),
    step('*', 'cancelled', 'Cancel', { requires: ['reason'] }),
    step('*', 'duplicate', 'Mark as duplicate', { requires: ['duplicateOfId'] }),
  ],
};
