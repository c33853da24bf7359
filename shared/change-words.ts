/** The words of changes, for both sides; no schemas, so that the web app can take them. */

export const CHANGE_TYPES = ['standard', 'normal', 'emergency'] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

export const PLANS = ['implementation', 'test', 'backout', 'communication'] as const;
export type Plan = (typeof PLANS)[number];
export const PLAN_NAMES: Readonly<Record<Plan, string>> = {
  implementation: 'Implementation',
  test: 'Test',
  backout: 'Back-out',
  communication: 'Communication',
};

export const OUTCOMES = ['successful', 'successful_with_issues', 'failed', 'backed_out'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  successful: 'Successful',
  successful_with_issues: 'Successful, with issues',
  failed: 'Failed',
  backed_out: 'Backed out',
};

/** By level: 1 low … 4 very high. */
export const RISK_LEVELS = ['low', 'medium', 'high', 'very high'] as const;

/** How a client's part of a change stands, for its people. */
export const PART_STATES = ['proposed', 'planned', 'under_way', 'done', 'taken_back', 'called_off'] as const;
export type PartState = (typeof PART_STATES)[number];

export const MODEL_STATES = ['draft', 'in_force', 'suspended', 'retired'] as const;
export type ModelState = (typeof MODEL_STATES)[number];

export const OVERRIDE_KINDS = ['collision', 'freeze', 'outside_window'] as const;
export type OverrideKind = (typeof OVERRIDE_KINDS)[number];

/** What is to be done next about a change: a step of its lifecycle, or what that still asks for. */
export const CHANGE_STEPS = ['move', 'template', 'plan', 'decide', 'window', 'tasks', 'review'] as const;
export type ChangeStep = (typeof CHANGE_STEPS)[number];
/** The same with why; `to` and `label` are of the step, `held` says that something stands against taking it now. */
export type NextOfChange = {
  readonly what: ChangeStep;
  readonly to: string;
  readonly label: string;
  readonly why: string;
  readonly held: boolean;
};
