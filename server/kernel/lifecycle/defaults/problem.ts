import type { Lifecycle } from '../types.ts';
import { step } from './steps.ts';

/**
 * New → Assess → Root Cause Analysis → Known Error → Fix In Progress → Resolved → Closed; exits Duplicate, Cancelled and
 * Risk Accepted; Resolved → Fix In Progress where the fix did not hold.
 */
export const PROBLEM: Lifecycle = {
  kind: 'problem',
  starts: ['new'],
  resolutionCodes: ['fix_applied', 'workaround_kept', 'no_longer_occurs', 'risk_accepted', 'other'],
  statuses: [
    { key: 'new', name: 'New', category: 'new', order: 10 },
    { key: 'assess', name: 'Assess', category: 'open', order: 20 },
    { key: 'root_cause_analysis', name: 'Root Cause Analysis', category: 'open', order: 30 },
    { key: 'known_error', name: 'Known Error', category: 'open', order: 40 },
    { key: 'fix_in_progress', name: 'Fix In Progress', category: 'open', order: 50 },
    { key: 'resolved', name: 'Resolved', category: 'resolved', order: 60 },
    { key: 'closed', name: 'Closed', category: 'closed', order: 70 },
    { key: 'risk_accepted', name: 'Risk Accepted', category: 'closed', order: 80 },
    { key: 'cancelled', name: 'Cancelled', category: 'cancelled', order: 90 },
    { key: 'duplicate', name: 'Duplicate', category: 'cancelled', order: 100 },
  ],
  transitions: [
    ...step('new', 'assess', 'Assess'),
    ...step(['new', 'assess'], 'root_cause_analysis', 'Analyse', { effects: ['assign_actor'] }),
    ...step(['known_error', 'fix_in_progress'], 'root_cause_analysis', 'Analyse again', { requires: ['reason'] }),
    ...step(['assess', 'root_cause_analysis', 'fix_in_progress'], 'known_error', 'Record as known error', {
      requires: ['cause'],
    }),
    ...step(['root_cause_analysis', 'known_error'], 'fix_in_progress', 'Start the fix', { requires: ['cause'] }),
    ...step(['root_cause_analysis', 'known_error', 'fix_in_progress'], 'resolved', 'Resolve', {
      requires: ['cause', 'resolutionCode', 'resolutionNote'],
    }),
    ...step('resolved', 'closed', 'Close'),
    ...step('resolved', 'fix_in_progress', 'Not fixed', { requires: ['reason'], effects: ['count_reopen'] }),
    ...step(['closed', 'risk_accepted'], 'fix_in_progress', 'Reopen', {
      requires: ['reason'],
      effects: ['count_reopen'],
    }),
    ...step(['assess', 'root_cause_analysis', 'known_error', 'fix_in_progress'], 'risk_accepted', 'Accept the risk', {
      requires: ['reason'],
    }),
    ...step(['cancelled', 'duplicate'], 'assess', 'Restore', { requires: ['reason'] }),
    ...step('*', 'cancelled', 'Cancel', { requires: ['reason'] }),
    ...step('*', 'duplicate', 'Mark as duplicate', { requires: ['duplicateOfId'] }),
  ],
};
