import type { Lifecycle } from '../types.ts';
import { step } from './steps.ts';

/** New → In Progress ⇄ On Hold → Done → Closed: a piece of work that nobody outside has to confirm. */
export const TASK: Lifecycle = {
  kind: 'task',
  starts: ['new'],
  resolutionCodes: ['done', 'not_needed', 'other'],
  statuses: [
    { key: 'new', name: 'New', category: 'new', order: 10 },
    { key: 'in_progress', name: 'In Progress', category: 'open', order: 20 },
    { key: 'on_hold', name: 'On Hold', category: 'waiting', order: 30, hold: true },
    { key: 'resolved', name: 'Done', category: 'resolved', order: 40 },
    { key: 'closed', name: 'Closed', category: 'closed', order: 50 },
    { key: 'cancelled', name: 'Cancelled', category: 'cancelled', order: 60 },
    { key: 'duplicate', name: 'Duplicate', category: 'cancelled', order: 70 },
  ],
  transitions: [
    ...step('new', 'in_progress', 'Start work', { effects: ['assign_actor'] }),
    ...step('on_hold', 'in_progress', 'Resume', { effects: ['assign_actor'] }),
    ...step(['new', 'in_progress'], 'on_hold', 'Put on hold', { requires: ['holdReason'] }),
    ...step('on_hold', 'on_hold', 'Wait for something else', { requires: ['holdReason'] }),
    ...step(['new', 'in_progress', 'on_hold'], 'resolved', 'Done'),
    ...step('resolved', 'closed', 'Close'),
    ...step(['resolved', 'closed'], 'in_progress', 'Reopen', { requires: ['reason'], effects: ['count_reopen'] }),
    ...step(['cancelled', 'duplicate'], 'new', 'Restore', { requires: ['reason'] }),
    ...step('*', 'cancelled', 'Cancel', { requires: ['reason'] }),
    ...step('*', 'duplicate', 'Mark as duplicate', { requires: ['duplicateOfId'] }),
  ],
};
