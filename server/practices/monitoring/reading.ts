import type { AlertKind } from '#shared/estate-words.ts';

/**
 * What a monitoring system says of one alert at one time, in Fettle's words. The same may arrive twice and in any order: what an alert
 * is follows from the set of what was said, not from the order in which it came.
 */
export type AlertReading = {
  /** The alert's id at the source, the same when it is raised again if the source has such (see the table of each connector). At most 300 characters. */
  readonly externalId: string;
  /**
   * Which time it is raised: its start (ISO 8601) or an id of this time. `raised` and `resolved` of one time have the same, and every
   * reading of one time names the same start, device and condition. Empty where the source cannot tell: a raise is then known by its
   * start, and a resolve ends what began before it.
   */
  readonly occurrence: string;
  readonly state: 'raised' | 'updated' | 'resolved';
  /** 1 critical, 2 high, 3 medium, 4 low, 5 information. */
  readonly severity: 1 | 2 | 3 | 4 | 5;
  readonly kind: AlertKind;
  /** What is wrong, the same each time: `disk C:`, `HostDown`. Alerts of one device and one condition are one. At most 300 characters. */
  readonly condition: string;
  readonly title: string;
  /** Plain text. */
  readonly text: string;
  /** The device: its id at the same source, or by what else it may be found. */
  readonly device: { readonly externalId?: string; readonly hostname?: string; readonly ip?: string } | null;
  /** What names the client at the source: the id of a site or organisation, or the value of a label. */
  readonly site: string | null;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly url: string | null;
  /** Whether somebody has acknowledged it at the source, and who. */
  readonly acknowledgedBy?: string | null;
  /** When the source said this (ISO 8601), where it tells: of several readings of one time, the latest says how it is. */
  readonly saidAt?: string | null;
};
