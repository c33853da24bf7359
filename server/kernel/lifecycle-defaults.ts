import type { ActorKind, Category, Lifecycle, Requirement, Status, Transition } from './lifecycle.ts';

const STAFF: ActorKind[] = ['staff', 'key', 'system'];
const EVERYBODY: ActorKind[] = ['staff', 'key', 'system', 'contact'];

function status(key: string, name: string, category: Category, clientName = name): Status {
  return { key, name, category, clientName };
}

function step(from: string | string[], to: string, label: string, requires: Requirement[] = [], by: ActorKind[] = STAFF): Transition {
  return { from: [from].flat(), to, label, requires, by };
}

/** Reopening straight from closed is staff's; the requester's decline comes while it is only resolved. */
const INCIDENT_OPEN = ['new', 'triaged', 'assigned', 'in_progress', 'on_hold', 'reopened'];

/** New → Triaged → Assigned → In Progress ⇄ On Hold → Resolved → Closed; Resolved → Reopened → In Progress; exits Cancelled, Duplicate. */
const incident: Lifecycle = {
  initial: 'new',
  statuses: [
    status('new', 'New', 'new', 'Received'),
    status('triaged', 'Triaged', 'open', 'Received'),
    status('assigned', 'Assigned', 'open', 'With our team'),
    status('in_progress', 'In progress', 'open', 'Being worked on'),
    status('on_hold', 'On hold', 'waiting', 'Waiting'),
    status('resolved', 'Resolved', 'resolved', 'Solved: please confirm'),
    status('reopened', 'Reopened', 'open', 'Being worked on again'),
    status('closed', 'Closed', 'closed'),
    status('cancelled', 'Cancelled', 'cancelled'),
    status('duplicate', 'Duplicate', 'cancelled', 'Handled in another ticket'),
  ],
  transitions: [
    step('new', 'triaged', 'Triage'),
    step(['new', 'triaged', 'in_progress', 'on_hold', 'reopened'], 'assigned', 'Assign', []),
    step(['new', 'triaged', 'assigned', 'on_hold', 'reopened'], 'in_progress', 'Start work'),
    step(['new', 'triaged', 'assigned', 'in_progress', 'reopened'], 'on_hold', 'Put on hold', ['holdReason']),
    step(INCIDENT_OPEN, 'resolved', 'Resolve', ['resolutionCode']),
    step('resolved', 'closed', 'Confirm', [], EVERYBODY),
    step('resolved', 'reopened', 'Reopen', ['reason'], EVERYBODY),
    step('closed', 'reopened', 'Reopen', ['reason']),
    step(INCIDENT_OPEN, 'cancelled', 'Cancel', ['reason']),
    step(INCIDENT_OPEN, 'duplicate', 'Mark as duplicate', ['duplicateOfId']),
    step(['cancelled', 'duplicate'], 'reopened', 'Reopen', ['reason']),
  ],
};

const request: Lifecycle = {
  initial: 'submitted',
  statuses: [
    status('draft', 'Draft', 'new'),
    status('submitted', 'Submitted', 'new', 'Received'),
    status('pending_approval', 'Pending approval', 'waiting', 'Waiting for approval'),
    status('approved', 'Approved', 'open'),
    status('fulfilling', 'Fulfilling', 'open', 'Being worked on'),
    status('on_hold', 'On hold', 'waiting', 'Waiting'),
    status('fulfilled', 'Fulfilled', 'resolved', 'Done: please confirm'),
    status('closed', 'Closed', 'closed'),
    status('rejected', 'Rejected', 'cancelled'),
    status('withdrawn', 'Withdrawn', 'cancelled'),
  ],
  transitions: [
    step('draft', 'submitted', 'Submit', [], EVERYBODY),
    step('submitted', 'draft', 'Back to draft'),
    step('submitted', 'pending_approval', 'Ask for approval'),
    step('pending_approval', 'approved', 'Approve'),
    step('pending_approval', 'rejected', 'Reject', ['reason']),
    step(['draft', 'submitted', 'pending_approval', 'approved', 'fulfilling', 'on_hold'], 'withdrawn', 'Withdraw', ['reason'], EVERYBODY),
    step(['submitted', 'approved', 'on_hold', 'fulfilled'], 'fulfilling', 'Start work'),
    step(['submitted', 'approved', 'fulfilling'], 'on_hold', 'Put on hold', ['holdReason']),
    step(['submitted', 'approved', 'fulfilling', 'on_hold'], 'fulfilled', 'Fulfil', ['resolutionCode']),
    step('fulfilled', 'closed', 'Confirm', [], EVERYBODY),
    step('closed', 'fulfilling', 'Reopen', ['reason']),
  ],
};

const PROBLEM_OPEN = ['new', 'assess', 'root_cause_analysis', 'known_error', 'fix_in_progress'];

const problem: Lifecycle = {
  initial: 'new',
  statuses: [
    status('new', 'New', 'new'),
    status('assess', 'Assess', 'open'),
    status('root_cause_analysis', 'Root cause analysis', 'open'),
    status('known_error', 'Known error', 'open'),
    status('fix_in_progress', 'Fix in progress', 'open'),
    status('resolved', 'Resolved', 'resolved'),
    status('closed', 'Closed', 'closed'),
    status('duplicate', 'Duplicate', 'cancelled'),
    status('cancelled', 'Cancelled', 'cancelled'),
    status('risk_accepted', 'Risk accepted', 'closed'),
  ],
  transitions: [
    step('new', 'assess', 'Assess'),
    step(['new', 'assess'], 'root_cause_analysis', 'Analyse'),
    step('root_cause_analysis', 'known_error', 'Declare known error'),
    step(['root_cause_analysis', 'known_error', 'resolved'], 'fix_in_progress', 'Begin the fix'),
    step(['known_error', 'fix_in_progress'], 'resolved', 'Resolve', ['resolutionCode']),
    step('resolved', 'closed', 'Close'),
    step(PROBLEM_OPEN, 'duplicate', 'Mark as duplicate', ['duplicateOfId']),
    step(PROBLEM_OPEN, 'cancelled', 'Cancel', ['reason']),
    step(PROBLEM_OPEN, 'risk_accepted', 'Accept the risk', ['reason']),
  ],
};

const CHANGE_BEFORE = ['draft', 'assess', 'authorise', 'scheduled'];

const change: Lifecycle = {
  initial: 'draft',
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
    step('draft', 'assess', 'Assess'),
    step('assess', 'authorise', 'Ask for authorisation'),
    step('authorise', 'scheduled', 'Authorise'),
    step('authorise', 'rejected', 'Reject', ['reason']),
    step('scheduled', 'implement', 'Implement'),
    step('implement', 'review', 'Review', ['resolutionCode']),
    step('review', 'closed', 'Close'),
    step(CHANGE_BEFORE, 'cancelled', 'Cancel', ['reason']),
  ],
};

const task: Lifecycle = {
  initial: 'new',
  statuses: [
    status('new', 'To do', 'new'),
    status('in_progress', 'In progress', 'open'),
    status('on_hold', 'On hold', 'waiting'),
    status('done', 'Done', 'resolved'),
    status('closed', 'Closed', 'closed'),
    status('cancelled', 'Cancelled', 'cancelled'),
  ],
  transitions: [
    step(['new', 'on_hold', 'done'], 'in_progress', 'Start work'),
    step(['new', 'in_progress'], 'on_hold', 'Put on hold', ['holdReason']),
    step(['new', 'in_progress', 'on_hold'], 'done', 'Done'),
    step('done', 'closed', 'Close'),
    step(['new', 'in_progress', 'on_hold'], 'cancelled', 'Cancel', ['reason']),
  ],
};

/** What every kind begins with (ITIL 4 terms); an installation may edit each. */
export const DEFAULT_LIFECYCLES: Readonly<Record<string, Lifecycle>> = { incident, request, problem, change, task };
