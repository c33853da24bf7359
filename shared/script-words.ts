/** How a run of a script stands. */
export const SCRIPT_RUN_STATES = [
  'asked',
  'waiting',
  'starting',
  'queued',
  'running',
  'succeeded',
  'failed',
  'expired',
  'refused',
  'cancelled',
  'unknown',
] as const;
export type ScriptRunState = (typeof SCRIPT_RUN_STATES)[number];

/** Those after which nothing more happens. */
export const SCRIPT_RUN_ENDS: readonly ScriptRunState[] = [
  'succeeded',
  'failed',
  'expired',
  'refused',
  'cancelled',
  'unknown',
];
