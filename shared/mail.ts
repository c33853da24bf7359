import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf, Page, PageQuery } from './http.ts';

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
  host: Type.String(),
  port: Type.Integer(),
  security: Security,
  username: Type.String(),
  hasPassword: Type.Boolean(),
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
  host: Host,
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  security: Security,
  username: Type.String({ maxLength: 300, description: 'Empty: the server asks for no password' }),
  password: Type.Optional(
    Type.String({ minLength: 1, maxLength: 500, description: 'Write-only; left out: stays as it is' }),
  ),
  fromName: Name,
  fromAddress: Address,
});
export type PutMailSending = Static<typeof PutMailSending>;

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
  to: Type.String({ description: 'Who gets it, by name' }),
  toKind: OneOf(['staff', 'contact']),
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
