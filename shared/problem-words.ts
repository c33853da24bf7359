/** How the review of a problem came out. */
export const REVIEW_RESULTS = ['stopped', 'fewer', 'not_fixed'] as const;
export type ReviewResult = (typeof REVIEW_RESULTS)[number];

export const PROPOSAL_STATES = ['open', 'snoozed', 'accepted', 'rejected', 'faded'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_AXES = ['advisory', 'alert', 'item', 'words', 'about', 'trend'] as const;

/** The branches that a diagram of causes and effects begins with. */
export const BRANCHES = ['People', 'Process', 'Technology', 'Supplier', 'Environment'] as const;

/** What a problem is called where people of several clients read of it, until somebody says. */
export const UNTOLD = 'A problem of several clients';

/** How bad a vendor says that it is, the least first. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a list of advisories may say of each, as its columns or keys are called. */
export const ADVISORY_COLUMNS = [
  'vendor',
  'product',
  'severity',
  'reference',
  'published on',
  'text',
  'words',
  'title',
] as const;
export type AdvisoryColumn = (typeof ADVISORY_COLUMNS)[number];

/** What is to be done next about a problem. */
export const PROBLEM_STEPS = ['write', 'publish', 'raise', 'follow', 'resolve', 'tell', 'review'] as const;
export type ProblemStep = (typeof PROBLEM_STEPS)[number];
/** The same with why, and the key of the change that is to be followed. */
export type NextStep = { readonly what: ProblemStep; readonly why: string; readonly change: string | null };
