import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf, Page, PageQuery, Version } from './http.ts';
import { IMPORTANCES, SEES } from './vocabulary.ts';

const Code = Type.String({
  pattern: '^[A-Z][A-Z0-9]{1,9}$',
  description: '2 to 10 capital letters and digits; begins ticket keys',
});
const Zone = Type.String({ maxLength: 60, description: 'IANA time zone' });
export const Language = Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' });
const Notes = Type.String({ maxLength: 20_000 });

const client = {
  name: Name,
  code: Code,
  timeZone: Zone,
  language: Language,
  country: Type.String({ pattern: '^([A-Z]{2})?$', description: 'ISO 3166-1, for public holidays' }),
  region: Type.String({ maxLength: 10 }),
  groupId: Nullable(Id),
  importance: OneOf(IMPORTANCES),
  notes: Notes,
  active: Type.Boolean(),
};

export const CreateClient = Type.Object({
  name: client.name,
  code: client.code,
  timeZone: client.timeZone,
  ...Type.Partial(
    Type.Object({
      language: client.language,
      country: client.country,
      region: client.region,
      groupId: client.groupId,
      importance: client.importance,
      notes: client.notes,
    }),
  ).properties,
});
export type CreateClient = Static<typeof CreateClient>;
export const UpdateClient = Type.Object({ version: Version, ...Type.Partial(Type.Object(client)).properties });
export type UpdateClient = Static<typeof UpdateClient>;

/** `internal` is the provider's own record, of which there is one. */
const KINDS = ['client', 'internal'] as const;

export const ClientView = Type.Object({
  id: Id,
  ...client,
  kind: OneOf(KINDS),
  group: Nullable(Type.Object({ id: Id, name: Type.String() })),
  version: Version,
});
export type ClientView = Static<typeof ClientView>;
export const ClientPage = Page(ClientView);
export const ClientQuery = Type.Object({
  ...PageQuery,
  q: Type.Optional(Type.String({ maxLength: 100 })),
  groupId: Type.Optional(Id),
  kind: Type.Optional(OneOf(KINDS)),
  active: Type.Optional(Type.Boolean()),
});
export type ClientQuery = Static<typeof ClientQuery>;

/** The relation with a client at a glance. */
export const ClientOverview = Type.Object({
  client: ClientView,
  contacts: Type.Integer(),
  sites: Type.Integer(),
  services: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  open: Type.Integer(),
  waiting: Type.Integer(),
  overdue: Type.Integer(),
  openByPriority: Type.Array(Type.Object({ priority: Type.Integer(), count: Type.Integer() })),
  vips: Type.Array(Type.Object({ id: Id, name: Type.String(), title: Type.String() })),
  escalation: Type.Array(Type.Object({ id: Id, name: Type.String(), level: Type.Integer(), phone: Type.String() })),
});
export type ClientOverview = Static<typeof ClientOverview>;

export const GroupView = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  clients: Type.Integer(),
  version: Version,
});
export type GroupView = Static<typeof GroupView>;
export const CreateGroup = Type.Object({ name: Name, description: Type.Optional(Type.String({ maxLength: 500 })) });
export const UpdateGroup = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object({ name: Name, description: Type.String({ maxLength: 500 }) })).properties,
});

/** Something that happened between the provider and a client, in words. */
export const ClientEvent = Type.Object({
  id: Id,
  at: Instant,
  actor: Type.String(),
  sentence: Type.String({ description: 'What they did; follows the name of whoever did it' }),
  ticketKey: Nullable(Type.String({ description: 'The ticket it was about' })),
});
export type ClientEvent = Static<typeof ClientEvent>;
export const ClientEventPage = Page(ClientEvent);

const site = { name: Name, address: Type.String({ maxLength: 500 }), timeZone: Nullable(Zone), active: Type.Boolean() };
export const SiteView = Type.Object({ id: Id, clientId: Id, ...site, version: Version });
export type SiteView = Static<typeof SiteView>;
export const CreateSite = Type.Object({
  name: site.name,
  ...Type.Partial(Type.Object({ address: site.address, timeZone: site.timeZone })).properties,
});
export type CreateSite = Static<typeof CreateSite>;
export const UpdateSite = Type.Object({ version: Version, ...Type.Partial(Type.Object(site)).properties });

/** A word of the MSP's own, by which approvals and the catalogue find people. */
const ContactRole = Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z][a-z0-9 _-]*$' });
const contact = {
  name: Name,
  email: Type.Union([Type.String({ format: 'email', maxLength: 254 }), Type.Literal('')]),
  phone: Type.String({ maxLength: 40 }),
  title: Type.String({ maxLength: 200 }),
  language: Nullable(Language),
  siteId: Nullable(Id),
  vip: Type.Boolean(),
  escalationLevel: Nullable(Type.Integer({ minimum: 1, maximum: 9 })),
  sees: Type.Union([OneOf(SEES), Type.Null()], {
    description:
      'Which tickets they see in the portal: their own, their site’s as well, or the whole company’s; null: as their client has it',
  }),
  managerId: Nullable(Id),
  roles: Type.Array(ContactRole, {
    maxItems: 20,
    uniqueItems: true,
    description: 'What they are to their company: "director"',
  }),
  notes: Notes,
  active: Type.Boolean(),
};
export const ContactView = Type.Object({
  id: Id,
  clientId: Id,
  clientName: Type.String(),
  ...contact,
  email: Type.String(),
  siteName: Nullable(Type.String()),
  managerName: Nullable(Type.String()),
  openTickets: Type.Integer(),
  version: Version,
});
export type ContactView = Static<typeof ContactView>;
export const ContactPage = Page(ContactView);
export const ContactQuery = Type.Object({
  ...PageQuery,
  q: Type.Optional(Type.String({ maxLength: 100 })),
  clientId: Type.Optional(Id),
  active: Type.Optional(Type.Boolean()),
});
export type ContactQuery = Static<typeof ContactQuery>;
const { active: _active, name: contactName, ...contactRest } = contact;
export const CreateContact = Type.Object({
  clientId: Id,
  name: contactName,
  /** A contact of another client who is the same person. */
  sameAs: Type.Optional(Id),
  ...Type.Partial(Type.Object(contactRest)).properties,
});
export type CreateContact = Static<typeof CreateContact>;
export const UpdateContact = Type.Object({ version: Version, ...Type.Partial(Type.Object(contact)).properties });
export type UpdateContact = Static<typeof UpdateContact>;
/** A person’s card with the same person’s cards at other clients that the reader sees. */
export const ContactCard = Type.Object({
  contact: ContactView,
  alsoAt: Type.Array(Type.Object({ id: Id, clientId: Id, clientName: Type.String() })),
});
