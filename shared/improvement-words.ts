/** Where an entry of the register stands: the steps of the continual improvement model (ITIL 4), and how it may end. */
export const IMPROVEMENT_STATUSES = {
  idea: 'Idea',
  measured: 'Baseline taken',
  planned: 'Planned',
  doing: 'Under way',
  measuring: 'Measuring the effect',
  achieved: 'Achieved',
  not_achieved: 'Not achieved',
  dropped: 'Dropped',
} as const;
export type ImprovementStatus = keyof typeof IMPROVEMENT_STATUSES;
export const IMPROVEMENT_STATUS_KEYS = Object.keys(IMPROVEMENT_STATUSES) as ImprovementStatus[];

export type MeasureWords = {
  readonly name: string;
  readonly unit: string;
  /** Of what a figure is made: single values by their median or mean, a share, or all parts of all wholes. */
  readonly of: 'median' | 'mean' | 'share' | 'ratio';
  readonly better: 'less' | 'more';
};

/** What the product measures by itself. */
export const MEASURES = {
  step_wait_hours: { name: 'Wait in a step of a value stream', unit: 'h', of: 'median', better: 'less' },
  flow_efficiency: { name: 'Flow efficiency of a value stream', unit: '%', of: 'ratio', better: 'more' },
  service_availability: { name: 'Availability of a service', unit: '%', of: 'ratio', better: 'more' },
  incidents_week: { name: 'Incidents a week', unit: 'a week', of: 'mean', better: 'less' },
  resolution_hours: { name: 'Time to resolve incidents', unit: 'h', of: 'median', better: 'less' },
  sla_met: { name: 'Share of promises kept', unit: '%', of: 'share', better: 'more' },
  reopened: { name: 'Share of tickets opened again', unit: '%', of: 'share', better: 'less' },
  change_success: { name: 'Share of changes that were successful', unit: '%', of: 'share', better: 'more' },
  satisfied: { name: 'Share of people who were content', unit: '%', of: 'share', better: 'more' },
} as const satisfies Record<string, MeasureWords>;
export type MeasureKey = keyof typeof MEASURES;
export const MEASURE_KEYS = Object.keys(MEASURES) as MeasureKey[];

/** Where an idea came from. */
export const IMPROVEMENT_SOURCES = {
  stream: 'A value stream',
  ticket: 'A ticket or problem',
  service: 'A service',
  review: 'A review',
  survey: 'What somebody said',
  other: 'Somewhere else',
} as const;
export type ImprovementSource = keyof typeof IMPROVEMENT_SOURCES;
export const IMPROVEMENT_SOURCE_KEYS = Object.keys(IMPROVEMENT_SOURCES) as ImprovementSource[];
/** What an improvement may change. Problems and changes are tickets. */
export const IMPROVEMENT_LINKS = ['ticket', 'service', 'article', 'stream', 'change_rule', 'alert_rule'] as const;
export type ImprovementLink = (typeof IMPROVEMENT_LINKS)[number];
