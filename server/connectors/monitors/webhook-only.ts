import type { Abilities } from '../core/index.ts';

/** What a system can do that tells Fettle of alerts, and is never called itself. */
export const WEBHOOK_ONLY: Abilities = {
  devices: false,
  software: false,
  alerts: true,
  resolve: false,
  acknowledge: false,
  scripts: false,
  webhook: true,
};
