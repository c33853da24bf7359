import type { HealthLevel, OutageSource, ServiceStage } from '#shared/service-words.ts';

export const STAGE_WORDS: Readonly<Record<ServiceStage, string>> = {
  pipeline: 'In the pipeline',
  offered: 'Offered',
  retired: 'Retired',
};
export const STAGE_CHOICES = Object.entries(STAGE_WORDS).map(([value, label]) => ({ value, label }));

export const HEALTH_WORDS: Readonly<Record<HealthLevel, string>> = { good: 'Good', watch: 'Watch', poor: 'Poor' };
export const HEALTH_COLOURS: Readonly<Record<HealthLevel, string>> = { good: 'green', watch: 'yellow', poor: 'red' };

/** Where an outage came from, where nobody recorded it by hand. */
export const SOURCE_WORDS: Readonly<Record<Exclude<OutageSource, 'hand'>, string>> = {
  status: 'From the service status',
  announcement: 'From an announcement',
  change: 'From a change',
};

/** `November 2026` of `2026-11`. */
export const monthWords = (month: string): string =>
  new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
