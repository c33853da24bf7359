/** Where a service stands in the portfolio. */
export const SERVICE_STAGES = ['pipeline', 'offered', 'retired'] as const;
export type ServiceStage = (typeof SERVICE_STAGES)[number];

/** How a client's service does, the worst last. */
export const HEALTH_LEVELS = ['good', 'watch', 'poor'] as const;
export type HealthLevel = (typeof HEALTH_LEVELS)[number];

/** How an outage came to be recorded: by somebody, or from a state that was said, an announcement or a change. */
export const OUTAGE_SOURCES = ['hand', 'status', 'announcement', 'change'] as const;
export type OutageSource = (typeof OUTAGE_SOURCES)[number];
