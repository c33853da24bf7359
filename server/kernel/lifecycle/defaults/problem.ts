import type { Lifecycle } from '../types.ts';
import { status, step } from './steps.ts';

/**
 * New → Assess → Root Cause Analysis → Known Error → Fix In Progress → Resolved → Closed; exits Duplicate, Cancelled and
 * Risk Accepted; Resolved → Fix In Progress where the fix did not hold.
 */
export const PROBLEM: Lifecycle = {
  initial: 'new',
  resolutionCodes: ['fix_applied', 'workaround_kept', 'no_longer_occurs', 'risk_accepted', 'other'],
  statuses: [
    status('new', 'New', 'new'),
    status('assess', 'Assess', 'open'),
    status('root_cause_analysis', 'Root Cause Analysis', 'open'),
    status('known_error', 'Known Error', 'open'),
    status('fix_in_progress', 'Fix In Progress', 'open'),
    status('resolved', 'Resolved', 'resolved'),
    status('closed', 'Closed', 'closed'),
    status('risk_accepted', 'Risk Accepted', 'closed'),
    status('cancelled', 'Cancelled', 'cancelled'),
    status('duplicate', 'Duplicate', 'cancelled'),
  ],
  transitions: [
    step('new', 'assess', 'Assess'),
    step(['new', 'assess'], 'root_cause_analysis', 'Analyse', { effects: ['assign_actor'] }),
    step(['known_error', 'fix_in_progress'], 'root_cause_analysis', 'Analyse again', { requires: ['reason'] }),
    step(['assess', 'root_cause_analysis', 'fix_in_progress'], 'known_error', 'Record as known error', {
      requires: ['cause'],
      guards: ['workaround_told'],
    }),
    step(['root_cause_analysis', 'known_error'], 'fix_in_progress', 'Start the fix', { requires: ['cause'] }),
    step(['root_cause_analysis', 'known_error', 'fix_in_progress'], 'resolved', 'Resolve', {
      requires: ['cause', 'resolutionCode', 'resolutionNote'],
      guards: ['checklist_done'],
    }),
    step('resolved', 'closed', 'Close'),
    step('resolved', 'fix_in_progress', 'Not fixed', { requires: ['reason'], effects: ['count_reopen'] }),
    step(['closed', 'risk_accepted'], 'fix_in_progress', 'Reopen', {
      requires: ['reason'],
      effects: ['count_reopen'],
    }),
    step(['assess', 'root_cause_analysis', 'known_error', 'fix_in_progress'], 'risk_accepted', 'Accept the risk', {
      requires: ['reason'],
    }),
    step(['cancelled', 'duplicate'], 'assess', 'Restore', { requires: ['reason'] }),
    step('*', 'cancelled', 'Cancel', { requires: ['reason'] }),
    step('*', 'duplicate', 'Mark as duplicate', { requires: ['duplicateOfId'] }),
  ],
};
