import Type, { type Static } from 'typebox';
import {
  ANNOUNCEMENT_KINDS,
  ANNOUNCEMENT_STATES,
  AUDIENCES,
  SERVICE_STATES,
  SERVICE_TROUBLES,
} from './announcement-words.ts';
import { Id, Instant, Name, Nullable, OneOf, Page, PageQuery, Version } from './http.ts';
import { LANGUAGES } from './languages.ts';
import { Named } from './ticket.ts';

const Words = Type.String({ maxLength: 5_000, description: 'Plain text' });
const Said = Type.String({ minLength: 1, maxLength: 5_000, pattern: '\\S', description: 'Plain text' });
const Ids = Type.Array(Id, { maxItems: 500, uniqueItems: true });

const reach = {
  audience: OneOf(AUDIENCES),
  groupIds: Type.Array(Id, { maxItems: 500, uniqueItems: true, description: 'Whom it is for, with "groups"' }),
  clientIds: Type.Array(Id, { maxItems: 500, uniqueItems: true, description: 'Whom it is for, with "chosen"' }),
  siteIds: Type.Array(Id, {
    maxItems: 500,
    uniqueItems: true,
    description:
      'With "chosen", sites of these clients: of a client with a site here, only the people of its sites here, and who sees the whole company',
  }),
  serviceIds: Type.Array(Id, {
    maxItems: 100,
    uniqueItems: true,
    description: 'What it is about; with the audience "services", whoever has one of them',
  }),
};
const fields = {
  kind: OneOf(ANNOUNCEMENT_KINDS),
  title: Name,
  text: Words,
  effect: Nullable(OneOf(SERVICE_TROUBLES)),
  fromAt: Instant,
  untilAt: Nullable(Instant),
  ...reach,
};

export const CreateAnnouncement = Type.Object({
  kind: fields.kind,
  title: fields.title,
  ...Type.Partial(Type.Omit(Type.Object(fields), ['kind', 'title'])).properties,
  ticketId: Type.Optional(
    Type.String({ minLength: 3, maxLength: 60, description: 'A ticket that it is about: id or key' }),
  ),
});
export type CreateAnnouncement = Static<typeof CreateAnnouncement>;
export const UpdateAnnouncement = Type.Object({ version: Version, ...Type.Partial(Type.Object(fields)).properties });
export type UpdateAnnouncement = Static<typeof UpdateAnnouncement>;
export const PublishAnnouncement = Type.Object({
  version: Version,
  mail: Type.Optional(Type.Boolean({ description: 'Also write to the people whom it reaches' })),
});
export type PublishAnnouncement = Static<typeof PublishAnnouncement>;
export const SayMore = Type.Object({ text: Said });
export const EndAnnouncement = Type.Object({ version: Version, text: Type.Optional(Words) });
export type EndAnnouncement = Static<typeof EndAnnouncement>;

export const ReachQuery = Type.Object({
  audience: reach.audience,
  ...Type.Partial(Type.Pick(Type.Object(reach), ['groupIds', 'clientIds', 'siteIds', 'serviceIds'])).properties,
});
export type ReachQuery = Static<typeof ReachQuery>;
/** Whom something reaches, among those that the asker sees. */
export const Reach = Type.Object({
  clients: Type.Integer(),
  people: Type.Integer(),
  mails: Type.Integer({
    description:
      'People who would get a mail, where mail is set up: with an address that takes it, at a client that gets mail',
  }),
  names: Type.Array(Type.String(), { description: 'Of the first clients' }),
});
export type Reach = Static<typeof Reach>;

const row = {
  id: Id,
  kind: fields.kind,
  title: Type.String(),
  state: OneOf(ANNOUNCEMENT_STATES),
  effect: fields.effect,
  audience: reach.audience,
  services: Type.Array(Named),
  groups: Type.Array(Named),
  clients: Type.Array(Named, { description: 'Those that the reader sees' }),
  sites: Type.Array(Type.Object({ id: Id, name: Type.String(), clientId: Id }), {
    description: 'To which it is narrowed at these clients; none of a client: it is for all of it',
  }),
  fromAt: Instant,
  untilAt: Nullable(Instant),
  publishedAt: Nullable(Instant),
  endedAt: Nullable(Instant),
  updatedAt: Instant,
};
const Update = Type.Object({ id: Id, text: Type.String(), by: Type.String(), at: Instant });
export const AnnouncementRow = Type.Object(row);
export type AnnouncementRow = Static<typeof AnnouncementRow>;
export const AnnouncementPage = Page(AnnouncementRow);
export const AnnouncementQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(Type.Array(OneOf(ANNOUNCEMENT_STATES), { maxItems: 3 })),
  kind: Type.Optional(Type.Array(OneOf(ANNOUNCEMENT_KINDS), { maxItems: 3 })),
  serviceId: Type.Optional(Id),
  clientId: Type.Optional(Type.String({ format: 'uuid', description: 'Those that are for this client' })),
});
export type AnnouncementQuery = Static<typeof AnnouncementQuery>;
export const AnnouncementView = Type.Object({
  ...row,
  text: Type.String(),
  updates: Type.Array(Update, { description: 'In the order of time' }),
  tickets: Type.Array(Type.Object({ id: Id, key: Type.String(), title: Type.String() }), {
    description: 'Those that the reader sees',
  }),
  followers: Type.Integer({ description: 'People who are told what follows, among clients that the reader sees' }),
  version: Version,
  createdAt: Instant,
  createdBy: Nullable(Type.String()),
});
export type AnnouncementView = Static<typeof AnnouncementView>;

/** How a service is, and was. */
export const ServiceStatus = Type.Object({
  service: Named,
  state: OneOf(SERVICE_STATES),
  since: Nullable(Instant),
  note: Type.String({ description: 'What was said with it; of an announcement, its title' }),
  announcementId: Nullable(Id),
  past: Type.Array(
    Type.Object({ state: OneOf(SERVICE_TROUBLES), fromAt: Instant, untilAt: Nullable(Instant), note: Type.String() }),
    { description: 'What was wrong within the last 90 days, the newest first; what still is has no end' },
  ),
});
export type ServiceStatus = Static<typeof ServiceStatus>;
export const ServiceStatuses = Type.Object({ items: Type.Array(ServiceStatus) });
export const StatusQuery = Type.Object({
  clientId: Type.Optional(
    Type.String({ format: 'uuid', description: 'As it is for this client; else the worst for any client' }),
  ),
});
export type StatusQuery = Static<typeof StatusQuery>;
export const SetServiceState = Type.Object({
  state: OneOf(SERVICE_STATES),
  note: Type.Optional(Type.String({ maxLength: 500, description: 'Plain text, for whoever has the service' })),
  clientIds: Type.Optional({ ...Ids, description: 'For these clients alone; without it for everybody' }),
});
export type SetServiceState = Static<typeof SetServiceState>;

/** What concerns a ticket, for staff. */
const beside = {
  id: Id,
  kind: fields.kind,
  title: Type.String(),
  state: row.state,
  effect: fields.effect,
  fromAt: Instant,
  untilAt: Nullable(Instant),
};
export const TicketAnnouncements = Type.Object({
  linked: Type.Array(Type.Object(beside)),
  touching: Type.Array(Type.Object(beside), {
    description: 'For the ticket’s client, running, and about its service or, where neither names one, about none',
  }),
});
export type TicketAnnouncements = Static<typeof TicketAnnouncements>;
export const LinkAnnouncement = Type.Object({ announcementId: Id });

/** What a client's people see of an announcement. */
export const PortalAnnouncement = Type.Object({
  id: Id,
  kind: fields.kind,
  title: Type.String(),
  text: Type.String(),
  effect: fields.effect,
  services: Type.Array(Named, { description: 'Those that the reader’s client has' }),
  fromAt: Instant,
  untilAt: Nullable(Instant),
  endedAt: Nullable(Instant),
  updates: Type.Array(Type.Object({ id: Id, text: Type.String(), at: Instant })),
  dismissed: Type.Boolean({ description: 'Put aside, and nothing was said since' }),
  follows: Type.Boolean({ description: 'The reader is told what follows, by mail' }),
  report: Type.Boolean({ description: 'It tells of a major incident, of which the reader may have a report as PDF' }),
});
export type PortalAnnouncement = Static<typeof PortalAnnouncement>;
export const PortalAnnouncements = Type.Object({
  items: Type.Array(PortalAnnouncement, { description: 'What holds or is to come first, then what ended' }),
  mail: Type.Boolean({ description: 'Whether the reader wants mail about announcements' }),
});
export type PortalAnnouncements = Static<typeof PortalAnnouncements>;
export const WantMail = Type.Object({ wanted: Type.Boolean() });
export const StopMail = Type.Object({ token: Type.String({ minLength: 20, maxLength: 500 }) });
/** Whom the link of such a mail is of, as far as the page behind it needs it. */
export const StopLink = Type.Object({
  language: OneOf(LANGUAGES),
  portal: Type.String({ description: 'Whose look the page wears: what follows /portal/for/' }),
});
export type StopLink = Static<typeof StopLink>;
