/** What an announcement may be. */
export const ANNOUNCEMENT_KINDS = ['notice', 'maintenance', 'outage'] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

export const ANNOUNCEMENT_STATES = ['draft', 'published', 'ended'] as const;
export type AnnouncementState = (typeof ANNOUNCEMENT_STATES)[number];

/** Whom an announcement is for. */
export const AUDIENCES = ['services', 'all', 'groups', 'chosen'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What is wrong with a service, the worst last. */
export const SERVICE_TROUBLES = ['maintenance', 'degraded', 'outage'] as const;
export type ServiceTrouble = (typeof SERVICE_TROUBLES)[number];

/** How a service is. */
export const SERVICE_STATES = ['operational', ...SERVICE_TROUBLES] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];

/** For so many days it is told how a service was. */
export const STATUS_DAYS = 90;
