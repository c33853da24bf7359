/** Approvals: which steps are asked, when one is decided, and what that means for the whole. */
export { approvalVerdict, openNow } from './approval/approval.ts';
export { type AskedPolicy, type JoinedApproval, joinApprovals, joinReasons } from './approval/joined.ts';
export { neededSteps, type StepNeed } from './approval/needed.ts';
export { stepNeeds, stepVerdict } from './approval/step.ts';
export type { ApprovalStep, ApprovalTerms, Approver, Cost, StepState, Vote } from './approval/types.ts';
export { validateApproval } from './approval/validate.ts';
