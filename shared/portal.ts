import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf, Page, PageQuery } from './http.ts';
import { LANGUAGES } from './languages.ts';
import { Counts } from './satisfaction.ts';
import { Attachments, Named } from './ticket.ts';
import { STATUS_CATEGORIES, TICKET_KINDS } from './vocabulary.ts';

/** What a client's people see of the desk: a shape of its own, so that nothing internal can slip into it. */
const row = {
  id: Id,
  key: Type.String(),
  kind: OneOf(TICKET_KINDS),
  title: Type.String(),
  status: Type.String({ description: 'In the words meant for clients' }),
  statusCategory: OneOf(STATUS_CATEGORIES),
  waitsForYou: Type.Boolean({ description: 'An answer, or a confirmation, is asked for' }),
  waitsForDecision: Type.Boolean({ description: 'Somebody of the company is asked to approve it and has not decided' }),
  requester: Nullable(Type.Object({ id: Id, name: Type.String() })),
  createdAt: Instant,
  updatedAt: Instant,
  lastMessage: Nullable(Type.Object({ at: Instant, by: Type.String(), text: Type.String() })),
};
export const PortalTicketRow = Type.Object(row);
export type PortalTicketRow = Static<typeof PortalTicketRow>;
export const PortalTicketPage = Page(PortalTicketRow);
export const PortalTicketQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(OneOf(['open', 'done'])),
  waits: Type.Optional(OneOf(['you', 'us'])),
  siteId: Type.Optional(Id),
});
export type PortalTicketQuery = Static<typeof PortalTicketQuery>;

const PortalMessage = Type.Object({
  id: Id,
  author: Type.Object({ kind: OneOf(['client', 'desk']), name: Type.String() }),
  mine: Type.Boolean(),
  body: Type.String({ description: 'Sanitised HTML' }),
  byMail: Type.Boolean(),
  quoted: Type.Boolean({ description: 'It was a mail of mine that quotes another: GET /messages/{id}/quote' }),
  createdAt: Instant,
  attachments: Attachments,
});
export const PortalTicket = Type.Object({
  ...row,
  clientId: Type.String({ format: 'uuid', description: 'For uploads: POST /clients/{clientId}/files' }),
  joined: Type.Boolean({
    description: 'It goes on together with another; the conversation is what is the caller’s of both',
  }),
  description: Type.String({ description: 'Sanitised HTML' }),
  attachments: Attachments,
  byMail: Type.Boolean({ description: 'What it began with came by mail' }),
  conversation: Type.Array(PortalMessage),
  resolution: Nullable(
    Type.Object({
      note: Type.String(),
      at: Instant,
      closesAt: Nullable(Type.String({ format: 'date-time', description: 'When silence closes it' })),
    }),
  ),
  can: Type.Object({
    reply: Type.Boolean(),
    confirm: Type.Boolean(),
    decline: Type.Boolean(),
    addPeople: Type.Boolean(),
    withdraw: Type.Boolean({ description: 'A request on which work has not begun' }),
  }),
  raisedBy: Nullable(Type.String({ description: 'The colleague who raised it for whoever asked' })),
});
export type PortalTicket = Static<typeof PortalTicket>;

const Words = Type.String({ minLength: 1, maxLength: 50_000 });
export const PortalReply = Type.Object({
  body: Type.String({ minLength: 1, maxLength: 50_000, description: 'HTML' }),
  attachmentIds: Type.Optional(Type.Array(Id, { maxItems: 20 })),
});
export type PortalReply = Static<typeof PortalReply>;
export const ConfirmResolution = Type.Object({ comment: Type.Optional(Words) });
export const DeclineResolution = Type.Object({
  reason: Type.String({
    minLength: 1,
    maxLength: 2_000,
    pattern: '\\S',
    description: 'Plain text: what is still wrong',
  }),
});
export const WithdrawRequest = Type.Object({
  reason: Type.Optional(Type.String({ maxLength: 2_000, description: 'Plain text, for the service desk' })),
});
export type WithdrawRequest = Static<typeof WithdrawRequest>;
/** Where a ticket stands after what was done. */
export const PortalOutcome = Type.Object({ status: Type.String(), statusCategory: OneOf(STATUS_CATEGORIES) });
export type PortalOutcome = Static<typeof PortalOutcome>;

/** What may be said about a new ticket. */
export const RaiseOptions = Type.Object({
  clientId: Type.String({ format: 'uuid', description: 'For uploads: POST /clients/{clientId}/files' }),
  sites: Type.Array(Named),
  siteId: Nullable(Id),
  services: Type.Array(Named),
});
export type RaiseOptions = Static<typeof RaiseOptions>;
export const RaiseTicket = Type.Object({
  title: Name,
  description: Type.Optional(Type.String({ maxLength: 50_000, description: 'HTML' })),
  forContactId: Type.Optional(Id),
  siteId: Type.Optional(Id),
  serviceId: Type.Optional(Id),
  attachmentIds: Type.Optional(Type.Array(Id, { maxItems: 20 })),
  contactIds: Type.Optional(Type.Array(Id, { maxItems: 20, description: 'Colleagues who follow it' })),
  addresses: Type.Optional(
    Type.Array(Type.String({ format: 'email', maxLength: 254 }), {
      maxItems: 20,
      description: 'Others who should; your service desk decides about those whom it does not know',
    }),
  ),
});
export type RaiseTicket = Static<typeof RaiseTicket>;
export const TicketRaised = Type.Object({ id: Id, key: Type.String() });

/** Who is told of a ticket besides whoever asked for it. */
export const TicketPeople = Type.Object({
  requester: Nullable(Named),
  items: Type.Array(Named),
  proposed: Type.Array(Type.String(), { description: 'Addresses about which the service desk decides' }),
});
export type TicketPeople = Static<typeof TicketPeople>;
export const AddPeople = Type.Pick(RaiseTicket, ['contactIds', 'addresses']);
export type AddPeople = Static<typeof AddPeople>;
export const PortalLanguage = Type.Object({ language: OneOf(LANGUAGES) });

export const CompanyQuery = Type.Object({
  from: Type.String({ format: 'date', description: 'First day, by the company’s clock' }),
  to: Type.String({ format: 'date', description: 'Last day' }),
});
export type CompanyQuery = Static<typeof CompanyQuery>;
/** How it stands with the whole company: what is open now, and what was kept and said in a period. */
export const CompanyView = Type.Object({
  open: Type.Object({
    new: Type.Integer(),
    inWork: Type.Integer(),
    waitsForYou: Type.Integer(),
    all: Type.Integer(),
  }),
  sites: Type.Array(Type.Object({ id: Id, name: Type.String(), open: Type.Integer() })),
  kept: Type.Array(
    Type.Object({
      target: OneOf(['first_response', 'next_update', 'resolution']),
      met: Type.Integer(),
      missed: Type.Integer(),
    }),
  ),
  ratings: Counts,
});
export type CompanyView = Static<typeof CompanyView>;

/** What an access log tells of; `worked` is a day on which somebody of the provider changed something of the company. */
export const ACCESS_KINDS = [
  'worked',
  'denied',
  'signed_in',
  'sign_in_refused',
  'signed_out',
  'created',
  'invited',
  'sign_in_link_made',
  'password_set',
  'password_changed',
  'second_factor_on',
  'second_factor_off',
  'second_factor_reset',
  'recovery_codes_renewed',
  'identity_linked',
  'identity_unlinked',
] as const;
/** Who got at what is the company's: its own people signing in, and who of the provider worked with it. */
export const AccessLog = Type.Object({
  timeZone: Type.String({ description: 'The company’s clock, by which days are told apart' }),
  rows: Type.Array(
    Type.Object({
      at: Type.String({ ...Instant, description: 'Of a day of work the last change' }),
      what: OneOf(ACCESS_KINDS),
      contact: Nullable(Type.String({ description: 'Whom of the company it concerns' })),
      staff: Nullable(Type.String({ description: 'Who of the provider did it, or their key' })),
      by: Nullable(Type.String({ description: 'How somebody signed in' })),
      address: Nullable(Type.String({ description: 'Where from' })),
      changes: Nullable(Type.Integer({ description: 'Of a day of work' })),
    }),
  ),
  more: Type.Boolean({ description: 'There was more than is listed; a shorter time shows it' }),
});
export type AccessLog = Static<typeof AccessLog>;
