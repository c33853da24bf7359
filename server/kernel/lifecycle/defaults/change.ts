import type { Lifecycle, Status } from '../types.ts';
import { status, step } from './steps.ts';

/** How a change may end. */
export const OUTCOMES = ['successful', 'successful_with_issues', 'failed', 'backed_out'];

const STATUSES = {
  draft: status('draft', 'Draft', 'new'),
  assess: status('assess', 'Assess', 'open'),
  authorise: status('authorise', 'Authorise', 'waiting'),
  expedite: status('expedite', 'Expedited Authorise', 'waiting', 'Authorise'),
  scheduled: status('scheduled', 'Scheduled', 'open'),
  implement: status('implement', 'Implement', 'open'),
  retrospective: status('retrospective', 'Retrospective Approval', 'resolved', 'Review'),
  review: status('review', 'Review', 'resolved'),
  closed: status('closed', 'Closed', 'closed'),
  rejected: status('rejected', 'Rejected', 'cancelled'),
  cancelled: status('cancelled', 'Cancelled', 'cancelled'),
} satisfies Record<string, Status>;

const BEFORE_IMPLEMENTATION = ['draft', 'assess', 'authorise', 'scheduled'];

/**
 * The normal change: Draft → Assess → Authorise → Scheduled → Implement → Review → Closed, with an outcome from the review on;
 * Authorise → Rejected; Cancelled only before implementation, because after it something has been touched.
 */
export const CHANGE: Lifecycle = {
  initial: 'draft',
  resolutionCodes: OUTCOMES,
  statuses: [
    STATUSES.draft,
    STATUSES.assess,
    STATUSES.authorise,
    STATUSES.scheduled,
    STATUSES.implement,
    STATUSES.review,
    STATUSES.closed,
    STATUSES.rejected,
    STATUSES.cancelled,
  ],
  transitions: [
    step('draft', 'assess', 'Send to assessment'),
    step(['assess', 'authorise', 'rejected'], 'draft', 'Back to draft', { requires: ['reason'] }),
    step('assess', 'authorise', 'Ask for authorisation', {
      guards: ['plans_written', 'risk_assessed', 'window_set', 'no_collision'],
    }),
    step('authorise', 'assess', 'Ask for more', { requires: ['reason'] }),
    step('authorise', 'scheduled', 'Authorise', { guards: ['authorised', 'window_set', 'no_collision'] }),
    step('authorise', 'rejected', 'Reject', { requires: ['reason'] }),
    step('scheduled', 'authorise', 'Authorise again', { requires: ['reason'] }),
    step('scheduled', 'assess', 'Assess again', { requires: ['reason'] }),
    step('scheduled', 'implement', 'Start implementation', {
      guards: ['authorised', 'no_collision', 'in_window'],
      effects: ['assign_actor'],
    }),
    step('implement', 'scheduled', 'Postpone', { requires: ['reason'] }),
    step('implement', 'review', 'Send to review', { requires: ['resolutionCode'], guards: ['work_finished'] }),
    step('review', 'implement', 'Implement again', {
      requires: ['reason'],
      guards: ['authorised', 'no_collision', 'in_window'],
      effects: ['count_reopen'],
    }),
    step('review', 'closed', 'Close', { requires: ['resolutionCode'], guards: ['review_written'] }),
    step('closed', 'review', 'Review again', { requires: ['reason'] }),
    step(BEFORE_IMPLEMENTATION, 'cancelled', 'Cancel', { requires: ['reason'] }),
    step('cancelled', 'draft', 'Restore', { requires: ['reason'] }),
  ],
};

/** The standard change: Draft → Scheduled → Implement → Closed, as long as its template is in good standing. */
export const STANDARD_CHANGE: Lifecycle = {
  initial: 'draft',
  resolutionCodes: OUTCOMES,
  statuses: [STATUSES.draft, STATUSES.scheduled, STATUSES.implement, STATUSES.closed, STATUSES.cancelled],
  transitions: [
    step('draft', 'scheduled', 'Schedule', {
      guards: ['template_in_force', 'plans_written', 'risk_assessed', 'window_set', 'no_collision'],
    }),
    step('scheduled', 'draft', 'Back to draft', { requires: ['reason'] }),
    step('scheduled', 'implement', 'Start implementation', {
      guards: ['template_in_force', 'no_collision', 'in_window'],
      effects: ['assign_actor'],
    }),
    step('implement', 'scheduled', 'Postpone', { requires: ['reason'] }),
    step('implement', 'closed', 'Close', { requires: ['resolutionCode'], guards: ['work_finished'] }),
    step(['draft', 'scheduled'], 'cancelled', 'Cancel', { requires: ['reason'] }),
    step('cancelled', 'draft', 'Restore', { requires: ['reason'] }),
  ],
};

/**
 * The emergency change: Draft → Expedited Authorise → Implement → Retrospective Approval → Review → Closed. Whoever has the expedited
 * authority lets it begin; the others decide afterwards, and it is looked at in any case.
 */
export const EMERGENCY_CHANGE: Lifecycle = {
  initial: 'draft',
  resolutionCodes: OUTCOMES,
  statuses: [
    STATUSES.draft,
    STATUSES.expedite,
    STATUSES.implement,
    STATUSES.retrospective,
    STATUSES.review,
    STATUSES.closed,
    STATUSES.rejected,
    STATUSES.cancelled,
  ],
  transitions: [
    step('draft', 'expedite', 'Ask for expedited authorisation', { guards: ['plans_written'] }),
    step(['expedite', 'rejected'], 'draft', 'Back to draft', { requires: ['reason'] }),
    step('expedite', 'implement', 'Start implementation', { guards: ['authorised'], effects: ['assign_actor'] }),
    step('expedite', 'rejected', 'Reject', { requires: ['reason'] }),
    step('implement', 'retrospective', 'Ask for retrospective approval', {
      requires: ['resolutionCode'],
      guards: ['risk_assessed', 'work_finished'],
    }),
    step('retrospective', 'review', 'Send to review', { guards: ['decided_afterwards'] }),
    step('review', 'closed', 'Close', { requires: ['resolutionCode'], guards: ['review_written'] }),
    step('closed', 'review', 'Review again', { requires: ['reason'] }),
    step(['draft', 'expedite'], 'cancelled', 'Cancel', { requires: ['reason'] }),
    step('cancelled', 'draft', 'Restore', { requires: ['reason'] }),
  ],
};
