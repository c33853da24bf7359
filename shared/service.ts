import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf, Page, PageQuery, Version } from './http.ts';
import { HEALTH_LEVELS, OUTAGE_SOURCES, SERVICE_STAGES } from './service-words.ts';
import { Named } from './ticket.ts';
import { IMPORTANCES } from './vocabulary.ts';

const Hours = Type.String({
  pattern: '^(service_hours|always|[0-9a-f-]{36})$',
  description: 'When it is agreed to be there: service_hours of the client, always, or the id of a calendar',
});
const Target = Type.Number({ minimum: 0.001, maximum: 100, description: 'Percent of the agreed time' });
const Percent = Nullable(Type.Number({ description: 'Percent of the agreed time; null where nothing was agreed' }));
const Day = Type.String({ format: 'date' });

/** What the provider offers. */
const offering = {
  name: Name,
  description: Type.String({ maxLength: 2_000, description: 'What it is, in plain words' }),
  stage: OneOf(SERVICE_STAGES),
  ownerId: Nullable(Id),
  teamId: Nullable(Id),
  importance: OneOf(IMPORTANCES),
  calendar: Hours,
  availabilityTarget: Nullable(Target),
  plannedCounts: Type.Boolean({
    description: 'Whether planned outages count as downtime; else their time is not agreed',
  }),
};
export const CreateOffering = Type.Object({
  name: offering.name,
  ...Type.Partial(Type.Omit(Type.Object(offering), ['name'])).properties,
});
export type CreateOffering = Static<typeof CreateOffering>;
export const UpdateOffering = Type.Object({ version: Version, ...Type.Partial(Type.Object(offering)).properties });
export type UpdateOffering = Static<typeof UpdateOffering>;

const row = {
  id: Id,
  ...Type.Omit(Type.Object(offering), ['ownerId', 'teamId']).properties,
  owner: Nullable(Named),
  team: Nullable(Named),
  clients: Type.Integer({ description: 'How many of the clients that you see have it' }),
  health: Type.Object(
    { good: Type.Integer(), watch: Type.Integer(), poor: Type.Integer() },
    { description: 'At how many of them it does so' },
  ),
  availability: Nullable(Type.Number({ description: 'Percent in this month, the mean of these clients' })),
  down: Type.Integer({ description: 'At how many of them it is not there, or not wholly, at this moment' }),
  version: Version,
};
export const OfferingRow = Type.Object(row);
export type OfferingRow = Static<typeof OfferingRow>;
export const OfferingQuery = Type.Object({ clientId: Type.Optional(Id) });
export type OfferingQuery = Static<typeof OfferingQuery>;
export const Offerings = Type.Object({ items: Type.Array(OfferingRow) });
export const OfferingView = Type.Object({
  ...row,
  calendarName: Type.String(),
  levels: Type.Array(Type.Object({ id: Id, name: Type.String(), level: OneOf(['provider', 'group', 'client']) }), {
    description: 'Policies in force that name it',
  }),
});
export type OfferingView = Static<typeof OfferingView>;

/** A value that a client's service has, and whether by itself. */
const Own = <T extends Parameters<typeof Nullable>[0]>(value: T) =>
  Type.Object({ value, own: Type.Boolean({ description: 'False: as it is offered' }) });

export const HealthReason = Type.Object({ points: Type.Integer(), text: Type.String() });
export const ServiceHealth = Type.Object({
  id: Type.String({ description: 'Of the client and the service together' }),
  client: Named,
  service: Named,
  level: OneOf(HEALTH_LEVELS),
  points: Type.Integer({ description: 'The sum of its reasons' }),
  reasons: Type.Array(HealthReason),
  availability: Percent,
  target: Nullable(Target),
  isDown: Type.Boolean(),
});
export type ServiceHealth = Static<typeof ServiceHealth>;
export const HealthQuery = Type.Object({
  clientId: Type.Optional(Id),
  serviceId: Type.Optional(Id),
  level: Type.Optional(Type.Array(OneOf(HEALTH_LEVELS), { maxItems: 3 })),
  ...PageQuery,
});
export type HealthQuery = Static<typeof HealthQuery>;
export const HealthPage = Type.Object({
  ...Page(ServiceHealth).properties,
  days: Type.Integer({ description: 'How many days back it looks' }),
  watchFrom: Type.Integer({ description: 'From so many points on it is to be watched' }),
  poorFrom: Type.Integer({ description: 'From so many points on it does poorly' }),
});
export type HealthPage = Static<typeof HealthPage>;

export const ServiceMonth = Type.Object({
  month: Type.String({ description: 'Of the clocks where the service counts, such as 2026-11' }),
  from: Instant,
  until: Instant,
  percent: Percent,
  downSeconds: Type.Number(),
  interruptions: Type.Integer(),
});
export type ServiceMonth = Static<typeof ServiceMonth>;

export const ClientService = Type.Object({
  client: Named,
  service: Named,
  description: Type.String(),
  stage: OneOf(SERVICE_STAGES),
  since: Nullable(Day),
  owner: Nullable(Named),
  calendar: Own(Hours),
  calendarName: Type.String(),
  availabilityTarget: Own(Nullable(Target)),
  plannedCounts: Own(Type.Boolean()),
  health: ServiceHealth,
  months: Type.Array(ServiceMonth, {
    description: 'The last twelve, the earliest first; those before it had it are left out',
  }),
  items: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      className: Type.String(),
      alerts: Type.Integer({ description: 'Open ones' }),
    }),
  ),
  changes: Type.Array(
    Type.Object({
      ...{ id: Id, key: Type.String(), title: Type.String(), status: Type.String(), type: Type.String() },
      ...{ outcome: Nullable(Type.String()), at: Nullable(Instant) },
    }),
  ),
  version: Version,
});
export type ClientService = Static<typeof ClientService>;
export const SetClientService = Type.Object({
  version: Version,
  calendar: Type.Optional(Nullable(Hours)),
  availabilityTarget: Type.Optional(Nullable(Target)),
  plannedCounts: Type.Optional(Nullable(Type.Boolean())),
});
export type SetClientService = Static<typeof SetClientService>;

const Title = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '\\S',
  description: 'What happened, in words that the client’s people may read',
});
const outage = {
  beganAt: Instant,
  endedAt: Nullable(Instant),
  planned: Type.Boolean(),
  share: Type.Integer({ minimum: 1, maximum: 100, description: 'How much of it was missing, in percent' }),
  title: Title,
  told: Type.Boolean({ description: 'Whether the client’s people read of it' }),
  cause: Type.String({ maxLength: 5_000, description: 'Why it happened, for the provider’s people' }),
};
const links = {
  tickets: Type.Array(Type.String({ minLength: 3, maxLength: 60 }), {
    maxItems: 50,
    description: 'Tickets of the client that it has to do with: ids or keys',
  }),
  alertIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
  announcementIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
};
export const RecordOutage = Type.Object({
  clientId: Id,
  beganAt: outage.beganAt,
  title: outage.title,
  ...Type.Partial(Type.Omit(Type.Object({ ...outage, ...links }), ['beganAt', 'title'])).properties,
});
export type RecordOutage = Static<typeof RecordOutage>;
export const UpdateOutage = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object({ ...outage, ...links })).properties,
});
export type UpdateOutage = Static<typeof UpdateOutage>;
export const WithdrawOutage = Type.Object({ version: Version });

const Linked = Type.Object({ id: Id, key: Nullable(Type.String()), title: Type.String() });
export const OutageView = Type.Object({
  id: Id,
  client: Named,
  service: Named,
  ...outage,
  source: OneOf(OUTAGE_SOURCES),
  from: Nullable(Linked),
  tickets: Type.Array(Linked),
  alerts: Type.Array(Linked),
  announcements: Type.Array(Linked),
  withdrawnAt: Nullable(Instant),
  version: Version,
});
export type OutageView = Static<typeof OutageView>;
export const OutageQuery = Type.Object({
  clientId: Type.Optional(Id),
  serviceId: Type.Optional(Id),
  running: Type.Optional(Type.Boolean({ description: 'Those that last at this moment' })),
  withdrawn: Type.Optional(Type.Boolean({ description: 'Also those that were withdrawn' })),
  ...PageQuery,
});
export type OutageQuery = Static<typeof OutageQuery>;
export const OutagesOf = Type.Omit(OutageQuery, ['serviceId']);
export const OutagePage = Page(OutageView);

export const AvailabilityQuery = Type.Object({
  clientId: Id,
  from: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'The beginning of this month unless said' })),
  until: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'Now unless said, and no later' })),
});
export type AvailabilityQuery = Static<typeof AvailabilityQuery>;
export const AvailabilityView = Type.Object({
  client: Named,
  service: Named,
  from: Instant,
  until: Instant,
  calendarName: Type.String(),
  target: Nullable(Target),
  plannedCounts: Type.Boolean(),
  percent: Percent,
  openSeconds: Type.Integer(),
  plannedSeconds: Type.Integer(),
  agreedSeconds: Type.Integer(),
  downSeconds: Type.Number(),
  interruptions: Type.Integer(),
  longestSeconds: Type.Integer(),
  why: Type.Array(Type.String(), { description: 'How it comes about, a sentence a step' }),
  outages: Type.Array(
    Type.Object({
      ...{ id: Id, title: Type.String(), beganAt: Instant, endedAt: Nullable(Instant) },
      ...{ planned: Type.Boolean(), share: Type.Integer() },
      seconds: Type.Integer({ description: 'Agreed seconds while it lasted' }),
      counted: Type.Number({ description: 'Seconds that it took' }),
      why: Type.String(),
    }),
  ),
});
export type AvailabilityView = Static<typeof AvailabilityView>;

/** A service of one's own company, as its people read of it. */
export const PortalService = Type.Object({
  service: Named,
  target: Nullable(Target),
  months: Type.Array(ServiceMonth),
});
export type PortalService = Static<typeof PortalService>;
export const PortalOutage = Type.Object({
  id: Id,
  service: Named,
  title: Type.String(),
  beganAt: Instant,
  endedAt: Nullable(Instant),
  planned: Type.Boolean(),
  share: Type.Integer(),
});
export type PortalOutage = Static<typeof PortalOutage>;
export const PortalServices = Type.Object({
  items: Type.Array(PortalService),
  outages: Type.Array(PortalOutage, {
    description: 'What was told within the last 90 days, but for what was announced',
  }),
});
export type PortalServices = Static<typeof PortalServices>;
