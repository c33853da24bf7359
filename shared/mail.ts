import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf, Page, PageQuery } from './http.ts';
import { LANGUAGES } from './languages.ts';
import { MAIL_KINDS, type MailKind } from './mail-words.ts';

const Security = OneOf(['none', 'starttls', 'tls']);
const Host = Type.String({
  minLength: 1,
  maxLength: 253,
  pattern: '^([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9a-fA-F:.]+)$',
  description: 'A name or an address, such as smtp.example.com',
});
const Address = Type.String({
  maxLength: 254,
  pattern: "^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$",
});

/** How mail is sent, without the password, which is never shown. */
export const MailSendingView = Type.Object({
  active: Type.Boolean(),
  via: OneOf(['smtp', 'graph']),
  host: Type.String(),
  port: Type.Integer(),
  security: Security,
  username: Type.String(),
  hasPassword: Type.Boolean(),
  /** The mailbox whose sign-in is used instead of a password. */
  mailboxId: Nullable(Id),
  fromName: Type.String(),
  fromAddress: Type.String(),
  version: Type.Integer({ minimum: 0, description: '0: not set up yet' }),
  trouble: Nullable(
    Type.Object({
      text: Type.String({ description: 'What the server said, in its own words' }),
      at: Instant,
      retryAt: Nullable(Instant),
    }),
  ),
});
export type MailSendingView = Static<typeof MailSendingView>;

export const PutMailSending = Type.Object({
  version: Type.Integer({ minimum: 0, description: 'As read; 0 where it is not set up yet' }),
  active: Type.Boolean(),
  /** By a mail server (where it is left out), or by Microsoft Graph from a mailbox. */
  via: Type.Optional(OneOf(['smtp', 'graph'])),
  host: Type.Optional(Host),
  port: Type.Optional(Type.Integer({ minimum: 1, maximum: 65_535 })),
  security: Type.Optional(Security),
  username: Type.Optional(Type.String({ maxLength: 300, description: 'Empty: the server asks for no password' })),
  password: Type.Optional(
    Type.String({ minLength: 1, maxLength: 500, description: 'Write-only; left out: stays as it is' }),
  ),
  /** A mailbox that signs in at its provider: its token is used instead of a password (XOAUTH2), or it is sent from by Graph. */
  mailboxId: Type.Optional(Nullable(Id)),
  fromName: Name,
  fromAddress: Address,
});
export type PutMailSending = Static<typeof PutMailSending>;

/** A key that mail from a domain is signed with (DKIM, RFC 6376). */
export const DkimKey = Type.Object({
  selector: Type.String(),
  domain: Type.String(),
  state: OneOf(['new', 'active', 'old']),
  recordName: Type.String({ description: 'Name of the TXT record that DNS has to hold' }),
  recordValue: Type.String(),
  createdAt: Instant,
  activeAt: Nullable(Instant),
  lookedAt: Nullable(Instant),
  found: Nullable(Type.String({ description: 'What was wrong when it was last looked for; null: nothing' })),
});
export type DkimKey = Static<typeof DkimKey>;
export const DkimKeys = Type.Object({ items: Type.Array(DkimKey) });
export const MakeDkimKey = Type.Object({
  domain: Type.String({ maxLength: 253, pattern: '^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\\.[A-Za-z]{2,}$' }),
});

export const TestMailSent = Type.Object({
  to: Type.String(),
  answer: Type.String({ description: 'What the server said, in its own words' }),
});

const States = ['queued', 'sending', 'sent', 'failed', 'given_up'] as const;

export const OutgoingQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(Type.Array(OneOf(States), { maxItems: 5 })),
});

export const OutgoingMail = Type.Object({
  id: Id,
  ticketKey: Nullable(Type.String({ description: 'Null: its ticket has moved to another client' })),
  to: Type.String({ description: 'Who gets it, by name; of nobody in particular the address' }),
  toKind: OneOf(['staff', 'contact', 'address']),
  kind: Type.String(),
  subject: Type.String(),
  state: OneOf(States),
  attempts: Type.Integer(),
  nextAt: Nullable(Instant),
  lastError: Type.String(),
  createdAt: Instant,
  sentAt: Nullable(Instant),
});
export type OutgoingMail = Static<typeof OutgoingMail>;

export const OutgoingPage = Page(OutgoingMail);
export type OutgoingPage = Static<typeof OutgoingPage>;

/** Somebody of the client whom what is said publicly on a ticket concerns. */
export const Recipient = Type.Object({
  contactId: Id,
  name: Type.String(),
  email: Type.String(),
  reason: OneOf(['asked', 'follows']),
  obstacle: Nullable(Type.String({ description: 'Why they get no mail; null: they get it' })),
});
export type Recipient = Static<typeof Recipient>;

/** Words of a mail that are not yet saved, to be read as they would go to whoever asked for a ticket. */
export const PreviewMail = Type.Object({
  kind: OneOf(Object.keys(MAIL_KINDS) as MailKind[]),
  language: OneOf(LANGUAGES),
  subject: Type.String({ maxLength: 200 }),
  text: Type.String({ maxLength: 5_000 }),
});
export type PreviewMail = Static<typeof PreviewMail>;

export const MailPreview = Type.Object({
  to: Type.String({ description: 'Who would get it; empty where nobody asked' }),
  subject: Type.String(),
  html: Type.String(),
  unknown: Type.Array(Type.Object({ variable: Type.String(), label: Type.String() }), {
    description: 'Variables that have no value on this ticket',
  }),
});
export type MailPreview = Static<typeof MailPreview>;

const MailboxKind = OneOf(['smtp', 'imap', 'graph']);
const LowerAddress = Type.String({
  maxLength: 254,
  pattern: "^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$",
});

const Url = Type.String({ maxLength: 500, format: 'uri' });

/** How a token is come by that a mailbox is read with, instead of a password (OAuth 2.0). */
export const MailboxOauth = Type.Object({
  provider: OneOf(['microsoft', 'google', 'other']),
  grant: OneOf(['code', 'app']),
  tenant: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'Microsoft: the tenant’s id or domain; "organizations" where left out',
    }),
  ),
  clientId: Type.String({ minLength: 1, maxLength: 300, description: 'Of the application registered at the provider' }),
  clientSecret: Type.Optional(
    Type.String({ minLength: 1, maxLength: 500, description: 'Write-only; left out: stays as it is' }),
  ),
  authorizeUrl: Type.Optional(Url),
  tokenUrl: Type.Optional(Url),
  scope: Type.Optional(Type.String({ maxLength: 500 })),
  secretEndsOn: Type.Optional(
    Nullable(Type.String({ format: 'date', description: 'When the application’s secret ends; it is told before' })),
  ),
});
export type MailboxOauth = Static<typeof MailboxOauth>;

/** How a mailbox is read over IMAP. */
const ImapAccess = Type.Object({
  host: Host,
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  security: Security,
  username: Type.String({ minLength: 1, maxLength: 300 }),
  password: Type.Optional(
    Type.String({ minLength: 1, maxLength: 500, description: 'Write-only; left out: stays as it is' }),
  ),
  folder: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'INBOX where left out' })),
  oauth: Type.Optional(MailboxOauth),
});

/** How a mailbox is read by Microsoft Graph. */
const GraphAccess = Type.Object({
  url: Type.Optional(
    Type.String({
      maxLength: 200,
      format: 'uri',
      description:
        'Where Graph is, https://graph.microsoft.com where left out; other clouds of Microsoft’s have their own',
    }),
  ),
  username: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 300,
      description: 'The mailbox’s address or id at Microsoft; the address where left out',
    }),
  ),
  folder: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Inbox where left out; Support/New for one inside another',
    }),
  ),
  markRead: Type.Optional(Type.Boolean({ description: 'Whether mail that was taken is marked as read there' })),
  oauth: MailboxOauth,
});

const mailboxFields = {
  name: Name,
  address: LowerAddress,
  active: Type.Boolean(),
  servesId: Nullable(Id),
  teamId: Nullable(Id),
  ticketKind: OneOf(['incident', 'request']),
  trustedServers: Type.Array(Type.String({ maxLength: 253 }), {
    maxItems: 10,
    description:
      'Names by which your mail servers sign what they found out about a sender (authserv-id, RFC 8601); an empty one stands for results without a name, as Microsoft 365 writes them',
  }),
  acknowledges: Type.Boolean(),
  plusAddresses: Type.Boolean({ description: 'Whether mail to name+anything@… arrives here' }),
};

export const PutMailbox = Type.Object({
  ...mailboxFields,
  kind: MailboxKind,
  imap: Type.Optional(ImapAccess),
  graph: Type.Optional(GraphAccess),
  version: Type.Integer({ minimum: 0, description: 'As read' }),
});
export type PutMailbox = Static<typeof PutMailbox>;

export const NewMailbox = Type.Object({
  ...PutMailbox.properties,
  version: Type.Optional(Type.Integer({ minimum: 0, description: 'None, or 0' })),
});

const OauthView = Type.Object({
  provider: OneOf(['microsoft', 'google', 'other']),
  grant: OneOf(['code', 'app']),
  clientId: Type.String(),
  authorizeUrl: Type.String(),
  tokenUrl: Type.String(),
  scope: Type.String(),
  secretEndsOn: Nullable(Type.String({ format: 'date' })),
  connectedAt: Nullable(Instant),
});

/** How far a mailbox has been read. */
const lookedFields = {
  lookedAt: Nullable(Instant),
  foundBefore: Nullable(
    Type.Integer({
      description: 'Mails that lay there when it was first looked at; they are left alone until somebody says so',
    }),
  ),
  takeSince: Nullable(Instant),
};

export const MailboxView = Type.Object({
  id: Id,
  ...mailboxFields,
  servesName: Nullable(Type.String()),
  kind: MailboxKind,
  version: Type.Integer(),
  imap: Nullable(
    Type.Object({
      host: Type.String(),
      port: Type.Integer(),
      security: Security,
      username: Type.String(),
      folder: Type.String(),
      hasPassword: Type.Boolean(),
      oauth: Nullable(OauthView),
      ...lookedFields,
    }),
  ),
  graph: Nullable(
    Type.Object({
      url: Type.String(),
      username: Type.String(),
      folder: Type.String(),
      markRead: Type.Boolean(),
      oauth: OauthView,
      ...lookedFields,
    }),
  ),
  trouble: Nullable(Type.Object({ text: Type.String(), at: Instant, retryAt: Nullable(Instant) })),
});
export type MailboxView = Static<typeof MailboxView>;

export const MailboxTried = Type.Object({
  works: Type.Boolean(),
  says: Type.String({ description: 'What is there, or what is in the way' }),
});
export type MailboxTried = Static<typeof MailboxTried>;

export const TakeOld = Type.Object({
  since: Nullable(Type.String({ format: 'date-time', description: 'Null: leave what lay there alone' })),
});

const INCOMING_STATES = ['new', 'done', 'held', 'failed'] as const;
const OUTCOMES = ['ticket', 'reply', 'note', 'filed', 'held', 'bounce', 'duplicate', 'rejected'] as const;

export const IncomingQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(Type.Array(OneOf(INCOMING_STATES), { maxItems: 4 })),
  outcome: Type.Optional(Type.Array(OneOf(OUTCOMES), { maxItems: OUTCOMES.length })),
});
export type IncomingQuery = Static<typeof IncomingQuery>;

const incoming = {
  id: Id,
  receivedAt: Instant,
  mailbox: Nullable(Type.String()),
  from: Type.Object({ name: Type.String(), address: Type.String() }),
  subject: Type.String(),
  size: Type.Integer({ description: 'Bytes' }),
  state: OneOf(INCOMING_STATES),
  outcome: Nullable(OneOf(OUTCOMES)),
  why: Type.String(),
  attempts: Type.Integer(),
  ticketKey: Nullable(Type.String()),
};
export const IncomingMail = Type.Object(incoming);
export type IncomingMail = Static<typeof IncomingMail>;
export const IncomingPage = Page(IncomingMail);
export type IncomingPage = Static<typeof IncomingPage>;

export const IncomingView = Type.Object({
  ...incoming,
  decisions: Type.Array(Type.Object({ filter: Type.String(), result: Type.String(), why: Type.String() })),
  settledBy: Nullable(Type.String()),
  settledAt: Nullable(Instant),
  /** As far as it can be read; sanitised. */
  body: Type.String(),
  to: Type.Array(Type.String()),
  cc: Type.Array(Type.String()),
  attachments: Type.Array(Type.Object({ name: Type.String(), mediaType: Type.String(), size: Type.Integer() })),
  faults: Type.Array(Type.String()),
});
export type IncomingView = Static<typeof IncomingView>;

export const SettleIncoming = Type.Object({
  clientId: Id,
  contactId: Type.Optional(
    Type.String({ format: 'uuid', description: 'Left out: the sender becomes one of the client’s people' }),
  ),
});
export type SettleIncoming = Static<typeof SettleIncoming>;

export const IncomingCounts = Type.Object({
  held: Type.Integer(),
  failed: Type.Integer(),
  waiting: Type.Integer(),
  silent: Type.Array(
    Type.Object({ name: Type.String(), text: Type.String({ description: 'In the server’s words' }), at: Instant }),
    { description: 'Mailboxes that could not be read several times in a row: nothing comes in there' },
  ),
});
export type IncomingCounts = Static<typeof IncomingCounts>;

export const ClientDomain = Type.Object({
  domain: Type.String({ maxLength: 253, pattern: '^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\\.[A-Za-z]{2,}$' }),
  admits: Type.Boolean({
    description: 'Whether somebody unknown who writes from there becomes one of the client’s people',
  }),
});
export type ClientDomain = Static<typeof ClientDomain>;

/** Whether mail to one of a client's people is kept back. */
export const ContactMail = Type.Object({
  paused: Nullable(
    Type.Object({
      since: Instant,
      refusals: Type.Integer(),
      said: Type.String({ description: 'What the mail server said last, in its own words' }),
    }),
  ),
});
export type ContactMail = Static<typeof ContactMail>;

export const ProposedPerson = Type.Object({
  address: Type.String(),
  name: Type.String(),
  proposedBy: Type.String(),
  contactId: Nullable(Id),
  elsewhere: Type.Array(Type.Object({ contactId: Id, name: Type.String(), clientId: Id, clientName: Type.String() }), {
    description: 'Whose address it is at other clients, as far as the caller sees them',
  }),
  createdAt: Instant,
});
export type ProposedPerson = Static<typeof ProposedPerson>;
